-- Record one row of judgement.
-- in:  left, right, verdict, by, because, score
-- out: nothing
insert into judgement (
    "left", "right", verdict, by, because, score
)
values (?, ?, ?, ?, ?, ?)
on conflict do nothing;
