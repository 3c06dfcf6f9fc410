-- Record one row of conflict.
-- in:  id, person, about, severity, words, statements
-- out: nothing
insert into conflict (
    id, person, about, severity, words, statements
)
values (?, ?, ?, ?, ?, ?)
on conflict do nothing;
