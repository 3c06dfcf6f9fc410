-- What people judged about the mentions of one person.
-- in:  person, person
-- out: left, right, verdict, by, at, because, decision, citing
select
    d."left", d."right", d.verdict, d.by, d.at, d.because, d.decision, d.citing
from member as m
join decided as d
    on d."left" = m.mention
where m.person = ?
union
select
    d."left", d."right", d.verdict, d.by, d.at, d.because, d.decision, d.citing
from member as m
join decided as d
    on d."right" = m.mention
where m.person = ?
order by 1, 2;
