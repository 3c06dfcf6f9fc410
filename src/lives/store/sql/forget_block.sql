-- Forget what was read of one capture.
-- in:  capture
-- out: nothing
delete from block where capture = ?;
