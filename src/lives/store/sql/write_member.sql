-- Record one row of member.
-- in:  mention, person, position
-- out: nothing
insert into member (
    mention, person, position
)
values (?, ?, ?);
