-- Who was ever published and is no person now.
-- in:  nothing
-- out: person
select
    person
from published
where person not in (select id from person)
order by person;
