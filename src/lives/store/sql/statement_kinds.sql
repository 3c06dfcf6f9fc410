-- How many sure statements of each kind one capture has.
-- in:  capture
-- out: kind, count
select kind, count(*)
from statement
where capture = ? and standing = 'sure'
group by kind
order by kind;
