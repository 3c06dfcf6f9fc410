-- What was refused of one capture.
-- in:  capture
-- out: capture, start, end, place, column, value, why, remedy; by place
select
    capture, start, "end", place, "column", value, why, remedy
from refusal
where capture = ?
order by start, "end", "column";
