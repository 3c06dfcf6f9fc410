-- The machine judgements between the mentions of two persons.
-- in:  one, two, two, one
-- out: left, right, verdict, by, because, probability, weights
select
    j."left", j."right", j.verdict, j.by, j.because, j.probability, j.weights
from member as m
join judgement as j
    on j."left" = m.mention
join member as n
    on n.mention = j."right"
where (m.person = ? and n.person = ?) or (m.person = ? and n.person = ?)
order by j.probability desc, j."left", j."right", j.by;
