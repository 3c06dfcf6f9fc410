-- How much was refused of one capture.
-- in:  capture
-- out: count
select count(*) from refusal where capture = ?;
