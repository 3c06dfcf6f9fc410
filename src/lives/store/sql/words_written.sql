-- Words that are written in one of some ways.
-- in:  words (JSON)
-- out: number, word, sound
select
    w.number, w.word, w.sound
from json_each(?) as j
join word as w
    on w.word = j.value;
