-- The text as read of one capture.
-- in:  capture
-- out: text
select
    text
from reading
where capture = ?;
