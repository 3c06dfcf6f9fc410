-- Who a mention is.
-- in:  mention
-- out: person
select
    person
from member
where mention = ?;
