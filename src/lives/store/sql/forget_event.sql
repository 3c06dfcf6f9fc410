-- Forget what was extracted from one capture.
-- in:  capture
-- out: nothing
delete from event where capture = ?;
