-- About how many statements there are; never fewer.
-- in:  nothing
-- out: number
-- cost: one look-up
select coalesce(max(rowid), 0) from statement;
