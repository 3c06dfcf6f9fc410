-- Every capture in the order of receipt.
-- in:  nothing
-- out: id, source, name, media, size, recipe
select
    id, source, name, media, size, recipe
from capture
order by seq;
