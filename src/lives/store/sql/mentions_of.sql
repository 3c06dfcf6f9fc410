-- The mentions of one capture by place.
-- in:  capture
-- out: id, capture, start, end, text, kind, ordinal, gender, name, relation, of, antecedent, because
select
    t.id, c.id, t.start, t."end", t.text, t.kind, t.ordinal, t.gender, t.name, t.relation, t."of", t.antecedent, t.because
from capture as c
join mention as t
    on t.capture = c.seq
where c.id = ?
order by t.start, t."end", t.ordinal;
