-- The number of the word that was recorded last; 0 where there is none.
-- in:  nothing
-- out: number
select coalesce(max(number), 0) from word;
