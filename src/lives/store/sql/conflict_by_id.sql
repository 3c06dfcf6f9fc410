-- The conflict of one identifier.
-- in:  id
-- out: id, person, about, severity, words, statements
select
    id, person, about, severity, words, statements
from conflict
where id = ?;
