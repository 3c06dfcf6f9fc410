-- Conflicts by person.
-- in:  nothing
-- out: id, person, about, severity, words, statements
select
    id, person, about, severity, words, statements
from conflict
order by person, id;
