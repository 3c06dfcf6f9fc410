-- What made a capture's text as read.
-- in:  capture
-- out: reader
select
    reader
from reading
where capture = ?;
