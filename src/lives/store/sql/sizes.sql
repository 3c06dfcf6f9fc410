-- How many mentions and sure statements each of some persons has.
-- in:  persons (JSON)
-- out: person, mentions, statements
select
    j.value, count(distinct m.mention), count(t.id)
from json_each(?) as j
join member as m
    on m.person = j.value
left join statement as t
    on t.subject = m.mention and t.standing = 'sure'
group by j.value;
