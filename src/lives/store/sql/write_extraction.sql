-- Record one row of extraction.
-- in:  capture, reader, recipe
-- out: nothing
insert into extraction (
    capture, reader, recipe
)
values (?, ?, ?);
