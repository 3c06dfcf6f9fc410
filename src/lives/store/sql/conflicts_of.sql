-- Conflicts by person.
-- in:  person
-- out: id, person, about, severity, words, statements
select
    id, person, about, severity, words, statements
from conflict
where person = ?
order by person, id;
