-- How much was refused of each capture of which anything was.
-- in:  nothing
-- out: capture, count; by capture in order of receipt
-- cost: counts the whole table of refusals
select
    r.capture, count(*)
from refusal as r
inner join capture as c on c.id = r.capture
group by r.capture
order by c.seq;
