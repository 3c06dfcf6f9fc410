-- The mention of one identifier.
-- in:  id
-- out: id, capture, start, end, text, kind, ordinal, gender, name, relation, of, antecedent, because
select
    id, capture, start, "end", text, kind, ordinal, gender, name, relation, "of", antecedent, because
from mention
where id = ?;
