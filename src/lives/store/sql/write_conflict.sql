-- Record one row of conflict.
-- in:  id, person, about, severity, words, statements, events
-- out: nothing
insert into conflict (
    id, person, about, severity, words, statements, events
)
values (?, ?, ?, ?, ?, ?, ?)
on conflict do nothing;
