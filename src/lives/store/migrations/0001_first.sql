-- The archive's tables. `decision` is precious and append-only; every other table is
-- derived: `lives rebuild` empties it and computes it again. Each has one writer.

create table decision (          -- writer: Store.decide
    seq integer primary key,
    at text not null,
    by text not null,
    kind text not null,
    body text not null,
    previous text not null unique,   -- unique: the chain cannot fork
    hash text not null unique
) strict;

create trigger decision_is_not_updated before update on decision
begin select raise(abort, 'decisions are never altered'); end;
create trigger decision_is_not_deleted before delete on decision
begin select raise(abort, 'decisions are never deleted'); end;

create table source (            -- writer: intake
    id text primary key,
    csl text not null,
    kind text not null,
    rights text not null,
    language text not null,
    reliability text not null,
    derives_from text not null,
    written text not null
) strict, without rowid;

create table capture (           -- writer: intake
    id text primary key,
    source text not null references source,
    name text not null,
    media text not null,
    size integer not null,
    recipe text not null,
    seq integer not null unique      -- order of receipt: the accession's place in the chain
) strict, without rowid;

create table reading (           -- writer: intake
    capture text primary key references capture,
    text text not null,
    reader text not null,
    language text not null,
    notes text not null
) strict;

create table block (             -- writer: intake
    capture text not null references reading,
    start integer not null,
    "end" integer not null,
    form text not null,
    page integer,
    sheet text not null,
    "row" integer,
    cells text not null,
    primary key (capture, start)
) strict, without rowid;

create table extraction (        -- writer: extract
    capture text primary key references capture,
    reader text not null,
    recipe text not null             -- sha256 of the recipe it was read by, or ""
) strict, without rowid;

create table mention (           -- writer: extract
    id text primary key,
    capture text not null references capture,
    start integer not null,
    "end" integer not null,
    text text not null,
    kind text not null,
    ordinal integer not null,
    gender text not null,
    name text not null,
    relation text not null,
    "of" text,
    antecedent text,
    because text not null
) strict, without rowid;
create index mention_by_place on mention (capture, start, "end", ordinal);

create table statement (         -- writer: extract
    id text primary key,
    subject text not null references mention,
    kind text not null,
    capture text not null references capture,
    start integer not null,
    "end" integer not null,
    quote text not null,
    reader text not null,
    because text not null,
    "when" text,                     -- EDTF
    earliest text,
    latest text,
    when_written text,
    calendar text,
    inferred text,
    "where" text not null,
    what text not null,
    written text not null,
    "group" text not null,
    roles text not null,
    modality text not null,
    voice text not null,
    speaker text,
    standing text not null
) strict, without rowid;
create index statement_by_subject on statement (subject);
create index statement_by_place on statement (capture, start);

create table claim (             -- writer: extract
    id text primary key,
    capture text not null references capture,
    start integer not null,
    "end" integer not null,
    quote text not null,
    "group" text not null,
    count integer,
    total integer,
    percent real,
    approx integer not null,
    voice text not null,
    "check" text not null
) strict, without rowid;
create index claim_by_place on claim (capture, start);

create table citation (          -- writer: extract
    id text primary key,
    capture text not null references capture,
    start integer not null,
    "end" integer not null,
    quote text not null,
    csl text not null
) strict, without rowid;
create index citation_by_place on citation (capture, start);

create table judgement (         -- writer: resolve; machine judgements only
    "left" text not null,
    "right" text not null,
    verdict text not null,
    by text not null,
    because text not null,
    score real not null,
    primary key ("left", "right", by)
) strict, without rowid;

create table person (            -- writer: resolve
    id text primary key,
    label text not null,
    named integer not null,
    names text not null
) strict, without rowid;

create table member (            -- writer: resolve
    mention text primary key references mention,
    person text not null references person,
    position integer not null
) strict, without rowid;
create index member_by_person on member (person, position);

create table question (          -- writer: resolve; what only a person can settle
    id text primary key,
    person text not null,
    about text not null,
    words text not null
) strict, without rowid;

create table finding (           -- writer: compose
    person text not null references person,
    ordinal integer not null,
    kind text not null,
    act text not null,
    status text not null,
    witnesses integer not null,
    "when" text,
    earliest text,
    latest text,
    when_written text,
    calendar text,
    inferred text,
    "where" text not null,
    what text not null,
    "group" text not null,
    primary key (person, ordinal)
) strict, without rowid;

create table bearing (           -- writer: compose; how a statement bears on a finding
    person text not null,
    ordinal integer not null,
    side text not null,              -- support, dissent
    position integer not null,
    statement text not null references statement,
    primary key (person, ordinal, side, position)
) strict, without rowid;
create index bearing_by_statement on bearing (statement);

create table conflict (          -- writer: compose
    id text primary key,
    person text not null,
    about text not null,
    severity text not null,
    words text not null,
    statements text not null
) strict, without rowid;
create index conflict_by_person on conflict (person);

create table witness (           -- writer: compose; sources that depend on one another
    source text primary key references source,
    witness text not null,           -- the first source of the group
    because text not null
) strict, without rowid;
