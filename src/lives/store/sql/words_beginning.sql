-- Words that are written, or whose skeleton is, between two bounds, the second excluded.
-- in:  first, last as written; first, last of the skeleton; how many at most
-- out: number, word, sound
select
    number, word, sound
from word
where word >= ? and word < ?
union
select
    number, word, sound
from word
where sound >= ? and sound < ?
limit ?;
