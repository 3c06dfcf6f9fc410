-- Record one row of reading.
-- in:  capture, text, reader, language, notes
-- out: nothing
insert into reading (
    capture, text, reader, language, notes
)
values (?, ?, ?, ?, ?);
