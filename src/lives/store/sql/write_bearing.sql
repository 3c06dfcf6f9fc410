-- Record one row of bearing.
-- in:  person, ordinal, side, position, statement
-- out: nothing
insert into bearing (
    person, ordinal, side, position, statement
)
values (?, ?, ?, ?, ?);
