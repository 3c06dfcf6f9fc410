-- The machine judgements on which one person rests.
-- in:  person
-- out: left, right, verdict, by, because, probability, weights; the least sure first
select
    j."left", j."right", j.verdict, j.by, j.because, j.probability, j.weights
from member as m
join judgement as j
    on j."left" = m.mention
where m.person = ? and j.holds = 1
order by j.probability, j."left", j."right", j.by;
