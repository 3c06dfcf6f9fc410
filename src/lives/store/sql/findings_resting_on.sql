-- The findings that a statement bears on.
-- in:  statement
-- out: person, ordinal, side
select
    person, ordinal, side
from bearing
where statement = ?
order by person, ordinal, side;
