-- Which statements bear on which finding.
-- in:  person
-- out: person, ordinal, side, statement
select
    person, ordinal, side, statement
from bearing
where person = ?
order by person, ordinal, side, position;
