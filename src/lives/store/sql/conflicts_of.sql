-- Conflicts by person.
-- in:  person
-- out: id, person, about, severity, words, statements, events
select
    id, person, about, severity, words, statements, events
from conflict
where person = ?
order by person, id;
