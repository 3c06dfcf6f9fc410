-- How many mentions the persons of some mentions have.
-- in:  numbers of mentions (JSON)
-- out: number, how many
select
    j.value, (select count(*) from member as o where o.person = m.person)
from json_each(?) as j
join mention as t
    on t.number = j.value
join member as m
    on m.mention = t.id;
