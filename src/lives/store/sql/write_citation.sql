-- Record one row of citation.
-- in:  id, capture, start, end, quote, csl, refers, because
-- out: nothing
insert into citation (
    id, capture, start, "end", quote, csl, refers, because
)
values (?, ?, ?, ?, ?, ?, ?, ?);
