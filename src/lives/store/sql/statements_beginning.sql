-- Identifiers of statements that begin with some letters, a few of them.
-- in:  the first possible identifier, one past the last possible one
-- out: id
select id
from statement
where id >= ? and id < ?
order by id
limit 12;
