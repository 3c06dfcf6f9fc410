-- Record what finds a word.
-- in:  key, word
-- out: nothing
insert into word_key (
    key, word
)
values (?, ?)
on conflict (key, word) do nothing;
