-- Forget what was extracted from one capture.
-- in:  capture
-- out: nothing
delete from statement where capture = (select seq from capture where id = ?);
