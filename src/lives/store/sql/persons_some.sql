-- Some persons with their mentions, in the order of receipt.
-- in:  persons (JSON)
-- out: id, label, named, names, mention, probability
select
    p.id, p.label, p.named, p.names, m.mention, m.probability
from json_each(?) as j
join person as p
    on p.id = j.value
join member as m
    on m.person = p.id
order by j.key, m.position;
