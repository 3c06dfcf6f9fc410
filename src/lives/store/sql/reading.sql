-- What was read of one capture.
-- in:  capture
-- out: text, reader, language, notes
select
    text, reader, language, notes
from reading
where capture = ?;
