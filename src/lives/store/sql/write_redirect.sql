-- Record one row of redirect.
-- in:  once, person
-- out: nothing
insert into redirect (
    once, person
)
values (?, ?);
