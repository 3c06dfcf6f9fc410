-- The persons of the mentions that have the words by which a published person was met.
-- in:  person
-- out: person
-- cost: reads the mentions of one capture
select distinct
    w.person
from published as p
join capture as c
    on c.id = p.capture
join mention as m
    on m.capture = c.seq and m.text = p.text
join member as w
    on w.mention = m.id
where p.person = ?;
