-- The names in one capture, by name.
-- in:  capture
-- out: number, name
select
    t.number, t.name
from capture as c
join mention as t
    on t.capture = c.seq
where c.id = ? and t.name <> ''
order by t.name, t.number;
