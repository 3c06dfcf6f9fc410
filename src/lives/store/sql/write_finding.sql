-- Record one row of finding.
-- in:  person, ordinal, kind, act, status, witnesses, when, earliest, latest, when_written, calendar, inferred, where, what, group
-- out: nothing
insert into finding (
    person, ordinal, kind, act, status, witnesses, "when", earliest, latest, when_written, calendar, inferred, "where", what, "group"
)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
