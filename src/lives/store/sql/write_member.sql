-- Record one row of member.
-- in:  mention, person, position, probability
-- out: nothing
insert into member (
    mention, person, position, probability
)
values (?, ?, ?, ?);
