-- What lists say and their recipes cannot read. It is derived like statements: written
-- with them, forgotten with them.

create table refusal (           -- writer: extract
    capture text not null references capture,
    start integer not null,
    "end" integer not null,
    "column" text not null,          -- "" for a whole entry
    place text not null,
    value text not null,             -- its first 200 code points; "" for a whole row
    why text not null,
    remedy text not null,
    primary key (capture, start, "end", "column")
) strict, without rowid;
