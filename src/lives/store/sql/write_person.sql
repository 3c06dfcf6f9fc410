-- Record one row of person.
-- in:  id, label, named, names
-- out: nothing
insert into person (
    id, label, named, names
)
values (?, ?, ?, ?);
