-- The person whom an identifier from before a joining means.
-- in:  once
-- out: person
select
    person
from redirect
where once = ?;
