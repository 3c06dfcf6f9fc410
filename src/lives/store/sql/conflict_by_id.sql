-- The conflict of one identifier.
-- in:  id
-- out: id, person, about, severity, words, statements, events
select
    id, person, about, severity, words, statements, events
from conflict
where id = ?;
