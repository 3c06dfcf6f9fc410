-- Events that passages date, disagreements about them, and the citations that a citation
-- repeats. All of it is derived: what stood there before is as it was read then.

create table event (             -- writer: extract
    id text primary key,
    capture text not null references capture,
    start integer not null,
    "end" integer not null,
    quote text not null,
    name text not null,
    kind text not null,
    which text not null,
    body text not null,
    "when" text not null,            -- EDTF
    earliest text,
    latest text,
    when_written text not null,
    calendar text not null,
    inferred text not null
) strict, without rowid;
create index event_by_place on event (capture, start);

alter table conflict add column events text not null default '[]';

alter table citation add column refers text not null default '';  -- what it repeats
alter table citation add column because text not null default '';
