-- Words whose Latin letters lie between two bounds, the second excluded.
-- in:  first, last
-- out: number, word
select
    number, word
from word
where plain >= ? and plain < ?;
