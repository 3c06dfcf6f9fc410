-- Those whom no source names, and who are not filed by what they are called.
-- in:  nothing
-- out: person, label
select
    id, label
from person
where named = 0 and id not in (select person from label_word);
