-- Record who bears a word in one capture.
-- in:  word, capture, uses, mentions
-- out: nothing
insert into named (
    word, capture, uses, mentions
)
values (
    (select number from word where word = ?), (select seq from capture where id = ?), ?, ?
);
