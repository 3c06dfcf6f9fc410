-- Who each mention is.
-- in:  nothing
-- out: mention, person
select
    mention, person
from member;
