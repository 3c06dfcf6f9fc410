-- Words that are filed under one of some keys, once for each key.
-- in:  keys (JSON)
-- out: number, word, sound
select
    w.number, w.word, w.sound
from json_each(?) as j
join word_key as k
    on k.key = j.value
join word as w
    on w.number = k.word;
