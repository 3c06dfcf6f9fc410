-- Words that begin in one of some ways.
-- in:  beginnings (JSON)
-- out: number, word, sound
select
    w.number, w.word, w.sound
from json_each(?) as j
join word as w
    on w.plain >= j.value and w.plain < j.value || char(1114111);
