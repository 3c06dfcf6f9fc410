-- The machine judgements about the mentions of one person, whomever else they are about.
-- in:  person, person
-- out: left, right, verdict, by, because, probability, weights
select
    j."left", j."right", j.verdict, j.by, j.because, j.probability, j.weights
from member as m
join judgement as j
    on j."left" = m.mention
where m.person = ?
union
select
    j."left", j."right", j.verdict, j.by, j.because, j.probability, j.weights
from member as m
join judgement as j
    on j."right" = m.mention
where m.person = ?
order by 1, 2, 4;
