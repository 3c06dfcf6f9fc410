-- How many names have one of some words, counted once for each.
-- in:  words (JSON)
-- out: how many
select
    coalesce(sum(n.uses), 0)
from json_each(?) as j
join word as w
    on w.word = j.value
join named as n
    on n.word = w.number;
