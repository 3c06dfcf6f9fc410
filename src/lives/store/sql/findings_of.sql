-- Findings in the order of a life.
-- in:  person
-- out: person, ordinal, kind, act, status, witnesses, when, earliest, latest, when_written, calendar, inferred, where, what, group
select
    person, ordinal, kind, act, status, witnesses, "when", earliest, latest, when_written, calendar, inferred, "where", what, "group"
from finding
where person = ?
order by person, ordinal;
