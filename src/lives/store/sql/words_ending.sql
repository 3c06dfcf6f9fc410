-- Words whose skeleton, read from its end, lies between two bounds, the second excluded.
-- in:  first, last, how many at most
-- out: number, word, sound
select
    number, word, sound
from word
where backwards >= ? and backwards < ?
limit ?;
