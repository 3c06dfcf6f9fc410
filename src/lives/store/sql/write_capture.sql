-- Record one row of capture.
-- in:  id, source, name, media, size, recipe, seq
-- out: nothing
insert into capture (
    id, source, name, media, size, recipe, seq
)
values (?, ?, ?, ?, ?, ?, ?);
