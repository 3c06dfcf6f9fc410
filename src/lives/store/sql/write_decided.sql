-- Record one row of decided.
-- in:  left, right, verdict, by, at, because, decision, citing
-- out: nothing
insert into decided (
    "left", "right", verdict, by, at, because, decision, citing
)
values (?, ?, ?, ?, ?, ?, ?, ?);
