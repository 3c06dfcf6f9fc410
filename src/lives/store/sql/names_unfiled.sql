-- Captures that were extracted and whose names are not filed.
-- in:  nothing
-- out: capture
select
    e.capture
from extraction as e
join capture as c
    on c.id = e.capture
where c.seq not in (select capture from names_filed);
