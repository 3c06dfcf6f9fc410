-- Record one row of refusal.
-- in:  capture, start, end, place, column, value, why, remedy
-- out: nothing
insert into refusal (capture, start, "end", place, "column", value, why, remedy)
values (?, ?, ?, ?, ?, ?, ?, ?);
