-- Words written so.
-- in:  word
-- out: number, word
select
    number, word
from word
where word = ?;
