-- Record one row of citation.
-- in:  id, capture, start, end, quote, csl
-- out: nothing
insert into citation (
    id, capture, start, "end", quote, csl
)
values (?, ?, ?, ?, ?, ?);
