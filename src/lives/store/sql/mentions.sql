-- Every mention in the order of receipt, then by place.
-- in:  nothing
-- out: id, capture, start, end, text, kind, ordinal, gender, name, relation, of, antecedent, because
-- cost: one walk over the captures, an index range each
select
    t.id, c.id, t.start, t."end", t.text, t.kind, t.ordinal, t.gender, t.name, t.relation, t."of", t.antecedent, t.because
from capture as c
join mention as t
    on t.capture = c.seq
order by c.seq, t.start, t."end", t.ordinal;
