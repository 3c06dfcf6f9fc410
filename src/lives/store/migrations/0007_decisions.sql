-- How surely mentions belong, on which judgements persons rest, what people judged as it
-- stands, and the identifiers by which persons are found after a joining. All derived.

alter table judgement add column holds integer not null default 0;
create index judgement_holding on judgement (probability) where holds = 1;
create index judgement_unsure on judgement (probability) where verdict = 'unsure';
create index judgement_by_right on judgement ("right");

alter table member add column probability real not null default 1;

create table decided (           -- writer: resolve; people's judgements, one a pair
    "left" text not null,
    "right" text not null,
    verdict text not null,
    by text not null,
    at text not null,
    because text not null,
    decision text not null,          -- the chain hash
    citing text not null,            -- JSON: [capture, start, end, quote] ...
    primary key ("left", "right")
) strict, without rowid;
create index decided_by_right on decided ("right");

create table redirect (          -- writer: resolve
    once text primary key,           -- made from a mention that is not the first
    person text not null references person
) strict, without rowid;

-- Not derived, and not forgotten by a rebuild: an identifier that went out into the
-- world has to find its person when another reader makes another text of the same bytes.
-- Nobody has to trust it: the identifier is made from the place.
create table published (         -- writer: publish
    person text primary key,         -- made from the mention that stands here
    capture text not null,
    start integer not null,
    "end" integer not null,
    ordinal integer not null,
    text text not null               -- the words of the mention
) strict, without rowid;
