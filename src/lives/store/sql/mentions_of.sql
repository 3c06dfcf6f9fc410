-- The mentions of one capture by place.
-- in:  capture
-- out: id, capture, start, end, text, kind, ordinal, gender, name, relation, of, antecedent, because
select
    id, capture, start, "end", text, kind, ordinal, gender, name, relation, "of", antecedent, because
from mention
where capture = ?
order by start, "end", ordinal;
