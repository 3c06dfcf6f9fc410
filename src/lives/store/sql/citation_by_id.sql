-- The citation of one identifier.
-- in:  id
-- out: id, capture, start, end, quote, csl, refers, because
select
    id, capture, start, "end", quote, csl, refers, because
from citation
where id = ?;
