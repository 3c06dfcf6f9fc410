-- Every dated event in the order of receipt, then by place.
-- in:  nothing
-- out: id, capture, start, end, quote, name, kind, which, body, when, earliest, latest, when_written, calendar, inferred
-- cost: one walk over the captures, an index range each
select
    t.id, t.capture, t.start, t."end", t.quote, t.name, t.kind, t.which, t.body, t."when", t.earliest, t.latest, t.when_written, t.calendar, t.inferred
from capture as c
join event as t
    on t.capture = c.id
order by c.seq, t.start, t."end", t.id;
