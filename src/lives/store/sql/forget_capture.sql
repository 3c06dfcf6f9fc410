-- Forget what was read of one capture.
-- in:  capture
-- out: nothing
delete from capture where id = ?;
