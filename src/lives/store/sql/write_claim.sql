-- Record one row of claim.
-- in:  id, capture, start, end, quote, group, count, total, percent, approx, voice, check
-- out: nothing
insert into claim (
    id, capture, start, "end", quote, "group", count, total, percent, approx, voice, "check"
)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
