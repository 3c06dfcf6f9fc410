-- Record a word of names, unless it is there.
-- in:  word, plain
-- out: nothing
insert into word (
    word, plain
)
values (?, ?)
on conflict (word) do nothing;
