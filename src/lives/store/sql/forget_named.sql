-- Forget how the names of one capture are filed.
-- in:  capture
-- out: nothing
delete from named where capture = (select seq from capture where id = ?);
