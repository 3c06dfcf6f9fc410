-- The machine judgements that two mentions may be one, where nobody joined or judged them.
-- in:  nothing
-- out: person, person, left, right, verdict, by, because, probability, weights
-- cost: reads every unsure judgement once
select
    m.person, n.person, j."left", j."right", j.verdict, j.by, j.because, j.probability, j.weights
from judgement as j
join member as m
    on m.mention = j."left"
join member as n
    on n.mention = j."right"
where j.verdict = 'unsure' and m.person <> n.person
    and not exists (
        select 1 from decided as d where d."left" = j."left" and d."right" = j."right"
    )
order by j."left", j."right", j.by;
