-- The triggers that guard the decisions.
-- in:  nothing
-- out: name, sql
select
    name, sql
from sqlite_schema
where type = 'trigger' and tbl_name = 'decision'
order by name;
