-- Empty a derived table.
-- in:  nothing
-- out: nothing
delete from label_word;
