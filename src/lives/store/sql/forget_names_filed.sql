-- Forget how the names of one capture are filed.
-- in:  capture
-- out: nothing
delete from names_filed where capture = (select seq from capture where id = ?);
