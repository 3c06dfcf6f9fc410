-- What people judged of two mentions.
-- in:  left, right
-- out: left, right, verdict, by, at, because, decision, citing
select
    "left", "right", verdict, by, at, because, decision, citing
from decided
where "left" = ? and "right" = ?;
