-- The aggregate claim of one identifier.
-- in:  id
-- out: id, capture, start, end, quote, group, count, total, percent, approx, voice, check
select
    id, capture, start, "end", quote, "group", count, total, percent, approx, voice, "check"
from claim
where id = ?;
