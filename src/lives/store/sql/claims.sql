-- Every aggregate claim in the order of receipt, then by place.
-- in:  nothing
-- out: id, capture, start, end, quote, group, count, total, percent, approx, voice, check
-- cost: one walk over the captures, an index range each
select
    t.id, t.capture, t.start, t."end", t.quote, t."group", t.count, t.total, t.percent, t.approx, t.voice, t."check"
from capture as c
join claim as t
    on t.capture = c.id
order by c.seq, t.start, t."end", t.id;
