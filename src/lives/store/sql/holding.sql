-- The machine judgements on which persons rest and that are less than so sure.
-- in:  probability
-- out: person, left, right, verdict, by, because, probability, weights; the least sure first
select
    m.person, j."left", j."right", j.verdict, j.by, j.because, j.probability, j.weights
from judgement as j
join member as m
    on m.mention = j."left"
where j.holds = 1 and j.probability < ?
order by j.probability, j."left", j."right", j.by;
