-- Which sources are one witness.
-- in:  nothing
-- out: source, witness, because
select
    source, witness, because
from witness
order by source;
