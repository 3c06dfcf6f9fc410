-- A machine's judgement holds what it weighed, and a probability in place of a score.

create table judgement_now (     -- writer: resolve; machine judgements only
    "left" text not null,
    "right" text not null,
    verdict text not null,
    by text not null,
    because text not null,
    probability real not null,       -- that the two are one human being, 0 to 1
    weights text not null,           -- JSON: [matter, bits, because] ...
    primary key ("left", "right", by)
) strict, without rowid;

insert into judgement_now
select "left", "right", verdict, by, because, score, '[]' from judgement;
drop table judgement;
alter table judgement_now rename to judgement;
