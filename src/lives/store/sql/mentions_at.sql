-- The mentions that stand exactly in some place, in order.
-- in:  capture, start, end
-- out: id
select
    m.id
from capture as c
join mention as m
    on m.capture = c.seq
where c.id = ? and m.start = ? and m."end" = ?
order by m.ordinal;
