-- The mentions of one person, in order of receipt, then by place.
-- in:  person
-- out: id, capture, start, end, text, kind, ordinal, gender, name, relation, of, antecedent, because
-- cost: one look-up a mention of the person
select
    t.id, c.id, t.start, t."end", t.text, t.kind, t.ordinal, t.gender, t.name, t.relation, t."of", t.antecedent, t.because
from member as m
join mention as t
    on t.id = m.mention
join capture as c
    on c.seq = t.capture
where m.person = ?
order by m.position;
