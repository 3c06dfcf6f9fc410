-- Record one row of place_read.
-- in:  words, record, whole
-- out: nothing
insert into place_read (
    words, record, whole
)
values (?, ?, ?);
