-- Places of findings as read, with how many findings each has.
-- in:  nothing
-- out: words, record, whole, findings
-- cost: reads every finding once
select
    p.words, p.record, p.whole, count(*)
from finding as f
cross join place_read as p on p.words = f."where"
group by p.words
order by p.words;
