-- Record a word of names, unless it is there.
-- in:  word, sound, sound backwards
-- out: nothing
insert into word (
    word, sound, backwards
)
values (?, ?, ?)
on conflict (word) do nothing;
