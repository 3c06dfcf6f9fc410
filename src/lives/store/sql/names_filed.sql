-- How many names are filed, and whether any of the unnamed are.
-- in:  nothing
-- out: names, unnamed (1 or 0)
select
    coalesce(sum(names), 0), exists (select 1 from label_word)
from names_filed;
