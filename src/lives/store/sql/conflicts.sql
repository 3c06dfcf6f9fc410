-- Conflicts by person; those about events last.
-- in:  nothing
-- out: id, person, about, severity, words, statements, events
select
    id, person, about, severity, words, statements, events
from conflict
order by person = '', person, id;
