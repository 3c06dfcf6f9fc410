-- The dated event of one identifier.
-- in:  id
-- out: id, capture, start, end, quote, name, kind, which, body, when, earliest, latest, when_written, calendar, inferred
select
    id, capture, start, "end", quote, name, kind, which, body, "when", earliest, latest, when_written, calendar, inferred
from event
where id = ?;
