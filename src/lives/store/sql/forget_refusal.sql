-- Forget what was refused of one capture.
-- in:  capture
-- out: nothing
delete from refusal where capture = ?;
