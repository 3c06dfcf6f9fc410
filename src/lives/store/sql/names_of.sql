-- The names in one capture, by number.
-- in:  capture
-- out: number, name
select
    t.number, t.name
from capture as c
join mention as t
    on t.capture = c.seq
where c.id = ? and t.name <> ''
order by t.number;
