-- By which mention each person was met who was ever published.
-- in:  nothing
-- out: person, capture, start, end, ordinal, text
select
    person, capture, start, "end", ordinal, text
from published
order by person;
