-- Record by which mention a person was met who is being published, unless it is recorded.
-- in:  person
-- out: nothing
insert into published (
    person, capture, start, "end", ordinal, text
)
select
    w.person, c.id, m.start, m."end", m.ordinal, m.text
from member as w
join mention as m
    on m.id = w.mention
join capture as c
    on c.seq = m.capture
where w.person = ? and w.position = 0
on conflict do nothing;
