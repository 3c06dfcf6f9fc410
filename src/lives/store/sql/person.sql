-- One person with his or her mentions, in the order of receipt.
-- in:  person
-- out: id, label, named, names, mention, probability
select
    p.id, p.label, p.named, p.names, m.mention, m.probability
from person as p
join member as m
    on m.person = p.id
where p.id = ?
order by m.position;
