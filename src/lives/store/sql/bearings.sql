-- Which statements bear on which finding.
-- in:  nothing
-- out: person, ordinal, side, statement
select
    person, ordinal, side, statement
from bearing
order by person, ordinal, side, position;
