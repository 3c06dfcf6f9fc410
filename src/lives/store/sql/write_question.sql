-- Record one row of question.
-- in:  id, person, about, words
-- out: nothing
insert into question (
    id, person, about, words
)
values (?, ?, ?, ?)
on conflict do nothing;
