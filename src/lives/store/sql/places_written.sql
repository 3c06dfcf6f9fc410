-- The different places of findings, as written.
-- in:  nothing
-- out: where
-- cost: reads every finding once
select distinct "where"
from finding
where "where" <> ''
order by "where";
