-- Record a word by which somebody unnamed is called.
-- in:  word, person
-- out: nothing
insert into label_word (
    word, person
)
values ((select number from word where word = ?), ?)
on conflict (word, person) do nothing;
