-- The whole chain.
-- in:  nothing
-- out: seq, at, by, kind, body, previous, hash
select seq, at, by, kind, body, previous, hash from decision order by seq;
