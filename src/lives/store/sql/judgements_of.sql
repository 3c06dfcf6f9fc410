-- The machine judgements among the mentions of one person.
-- in:  person, person
-- out: left, right, verdict, by, because, probability, weights
select
    j."left", j."right", j.verdict, j.by, j.because, j.probability, j.weights
from member as m
join judgement as j
    on j."left" = m.mention
join member as n
    on n.mention = j."right"
where m.person = ? and n.person = ?
order by j."left", j."right", j.by;
