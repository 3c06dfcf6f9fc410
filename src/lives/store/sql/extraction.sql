-- By what a capture was extracted.
-- in:  capture
-- out: reader, recipe
select
    reader, recipe
from extraction
where capture = ?;
