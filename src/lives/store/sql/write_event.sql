-- Record one row of event.
-- in:  id, capture, start, end, quote, name, kind, which, body, when, earliest, latest, when_written, calendar, inferred
-- out: nothing
insert into event (
    id, capture, start, "end", quote, name, kind, which, body, "when", earliest, latest, when_written, calendar, inferred
)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
