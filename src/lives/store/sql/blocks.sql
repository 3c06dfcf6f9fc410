-- The blocks of one capture in order.
-- in:  capture
-- out: start, end, form, page, sheet, row, cells
select
    start, "end", form, page, sheet, "row", cells
from block
where capture = ?
order by start;
