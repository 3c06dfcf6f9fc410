-- Findings in the order of a life.
-- in:  nothing
-- out: person, ordinal, kind, act, status, witnesses, when, earliest, latest, when_written, calendar, inferred, where, what, group
select
    person, ordinal, kind, act, status, witnesses, "when", earliest, latest, when_written, calendar, inferred, "where", what, "group"
from finding
order by person, ordinal;
