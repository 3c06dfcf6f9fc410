-- What people judged, one judgement a pair.
-- in:  nothing
-- out: left, right, verdict, by, at, because, decision, citing
select
    "left", "right", verdict, by, at, because, decision, citing
from decided
order by "left", "right";
