-- Persons with their mentions, by label.
-- in:  nothing
-- out: id, label, named, names, mention, probability
select
    p.id, p.label, p.named, p.names, m.mention, m.probability
from person as p
join member as m
    on m.person = p.id
order by p.label, p.id, m.position;
