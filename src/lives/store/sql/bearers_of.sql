-- Who bears one of some words, capture by capture.
-- in:  numbers of words (JSON)
-- out: word, mentions
select
    n.word, n.mentions
from json_each(?) as j
join named as n
    on n.word = j.value
order by j.key, n.capture;
