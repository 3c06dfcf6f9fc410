-- Every source.
-- in:  nothing
-- out: id, csl, kind, rights, language, reliability, derives_from, written
select
    id, csl, kind, rights, language, reliability, derives_from, written
from source
order by id;
