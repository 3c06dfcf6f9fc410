-- Every machine judgement.
-- in:  nothing
-- out: left, right, verdict, by, because, probability, weights
select
    "left", "right", verdict, by, because, probability, weights
from judgement
order by "left", "right", by;
