-- Record one row of judgement.
-- in:  left, right, verdict, by, because, probability, weights, holds
-- out: nothing
insert into judgement (
    "left", "right", verdict, by, because, probability, weights, holds
)
values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict do nothing;
