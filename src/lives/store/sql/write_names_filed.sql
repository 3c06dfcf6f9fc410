-- Record that the names of a capture are filed.
-- in:  capture
-- out: nothing
insert into names_filed (
    capture
)
values ((select seq from capture where id = ?));
