-- Record a word of names, unless it is there.
-- in:  word, sound, without marks, the same backwards
-- out: nothing
insert into word (
    word, sound, plain, backwards
)
values (?, ?, ?, ?)
on conflict (word) do nothing;
