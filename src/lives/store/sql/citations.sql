-- Every citation in the order of receipt, then by place.
-- in:  nothing
-- out: id, capture, start, end, quote, csl, refers, because
-- cost: one walk over the captures, an index range each
select
    t.id, t.capture, t.start, t."end", t.quote, t.csl, t.refers, t.because
from capture as c
join citation as t
    on t.capture = c.id
order by c.seq, t.start, t."end", t.id;
