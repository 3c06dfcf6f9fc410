-- How many sure statements are about each of some mentions.
-- in:  mentions (JSON)
-- out: mention, count
select
    j.value, count(t.id)
from json_each(?) as j
left join statement as t
    on t.subject = j.value and t.standing = 'sure'
group by j.value;
