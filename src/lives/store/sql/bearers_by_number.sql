-- Mentions by their numbers, with the person of each that has one, in the order asked.
-- in:  numbers (JSON)
-- out: mention, name, person
select
    t.id, t.name, m.person
from json_each(?) as j
join mention as t
    on t.number = j.value
left join member as m
    on m.mention = t.id
order by j.key;
