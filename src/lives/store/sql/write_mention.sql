-- Record one row of mention.
-- in:  id, capture, start, end, text, kind, ordinal, gender, name, relation, of, antecedent, because
-- out: nothing
insert into mention (
    id, capture, start, "end", text, kind, ordinal, gender, name, relation, "of", antecedent, because
)
values (?, (select seq from capture where id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
