-- Words that are filed under one of some keys.
-- in:  keys (JSON)
-- out: number, word
select distinct
    w.number, w.word
from json_each(?) as j
join word_key as k
    on k.key = j.value
join word as w
    on w.number = k.word;
