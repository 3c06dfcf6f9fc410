-- Record one row of block.
-- in:  capture, start, end, form, page, sheet, row, cells
-- out: nothing
insert into block (
    capture, start, "end", form, page, sheet, "row", cells
)
values (?, ?, ?, ?, ?, ?, ?, ?);
