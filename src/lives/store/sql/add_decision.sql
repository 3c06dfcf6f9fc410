-- Append one decision.
-- in:  seq, at, by, kind, body, previous, hash
-- out: nothing
insert into decision (seq, at, by, kind, body, previous, hash)
values (?, ?, ?, ?, ?, ?, ?);
