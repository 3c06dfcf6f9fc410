-- The mention of one identifier.
-- in:  id
-- out: id, capture, start, end, text, kind, ordinal, gender, name, relation, of, antecedent, because
select
    t.id, c.id, t.start, t."end", t.text, t.kind, t.ordinal, t.gender, t.name, t.relation, t."of", t.antecedent, t.because
from mention as t
join capture as c
    on c.seq = t.capture
where t.id = ?;
