-- The end of the chain.
-- in:  nothing
-- out: seq, hash
select seq, hash from decision order by seq desc limit 1;
