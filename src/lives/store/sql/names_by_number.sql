-- Names of mentions by their numbers.
-- in:  numbers (JSON)
-- out: number, name
select
    t.number, t.name
from json_each(?) as j
join mention as t
    on t.number = j.value;
