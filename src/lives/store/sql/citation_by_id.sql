-- The citation of one identifier.
-- in:  id
-- out: id, capture, start, end, quote, csl
select
    id, capture, start, "end", quote, csl
from citation
where id = ?;
