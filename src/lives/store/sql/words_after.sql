-- Words that were recorded after a number.
-- in:  number
-- out: number, word
select
    number, word
from word
where number > ?;
