-- Record that the names of a capture are filed.
-- in:  how many names, the rules of the keys, capture
-- out: nothing
insert into names_filed (
    capture, names, rules
)
select
    seq, ?, ?
from capture
where id = ?;
