-- Every machine judgement.
-- in:  nothing
-- out: left, right, verdict, by, because, score
select
    "left", "right", verdict, by, because, score
from judgement
order by "left", "right", by;
