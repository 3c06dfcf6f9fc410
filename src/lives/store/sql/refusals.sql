-- Every refusal.
-- in:  nothing
-- out: capture, start, end, place, column, value, why, remedy; by capture in order of
--      receipt, then by place
select
    r.capture, r.start, r."end", r.place, r."column", r.value, r.why, r.remedy
from refusal as r
inner join capture as c on c.id = r.capture
order by c.seq, r.start, r."end", r."column";
