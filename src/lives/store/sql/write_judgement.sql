-- Record one row of judgement.
-- in:  left, right, verdict, by, because, probability, weights
-- out: nothing
insert into judgement (
    "left", "right", verdict, by, because, probability, weights
)
values (?, ?, ?, ?, ?, ?, ?)
on conflict do nothing;
