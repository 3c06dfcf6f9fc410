-- Words that begin in one of some ways when they are read from their end.
-- in:  beginnings (JSON)
-- out: number, word, sound
select
    w.number, w.word, w.sound
from json_each(?) as j
join word as w
    on w.backwards >= j.value and w.backwards < j.value || char(1114111);
