-- Some of those who are called by one of some words.
-- in:  numbers of words (JSON), how many at most
-- out: person
select distinct
    l.person
from json_each(?) as j
join label_word as l
    on l.word = j.value
limit ?;
