-- Record one row of witness.
-- in:  source, witness, because
-- out: nothing
insert into witness (
    source, witness, because
)
values (?, ?, ?);
