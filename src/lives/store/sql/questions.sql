-- What only a person can settle.
-- in:  nothing
-- out: id, person, about, words
select
    id, person, about, words
from question
order by id;
