-- Room for long lists. Mentions and statements stand in the order in which they were
-- read, and name their capture by its place in the chain: a tree whose rows lie in the
-- order of their identifiers, which are digests, is written all over at every row.
-- Names are filed by their words. All of it is derived.

create table mention_3 (
    number integer primary key,      -- what `named` files it by
    id text not null unique,
    capture integer not null references capture (seq),
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
) strict;
insert into mention_3 (
    id, capture, start, "end", text, kind, ordinal, gender, name, relation, "of", antecedent, because
)
select
    t.id, c.seq, t.start, t."end", t.text, t.kind, t.ordinal, t.gender, t.name, t.relation, t."of", t.antecedent, t.because
from capture as c
join mention as t
    on t.capture = c.id
order by c.seq, t.start, t."end", t.ordinal;

create table statement_3 (
    id text not null,
    subject text not null references mention (id),
    kind text not null,
    capture integer not null references capture (seq),
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
) strict;
insert into statement_3
select
    t.id, t.subject, t.kind, c.seq, t.start, t."end", t.quote, t.reader, t.because, t."when", t.earliest, t.latest, t.when_written, t.calendar, t.inferred, t."where", t.what, t.written, t."group", t.roles, t.modality, t.voice, t.speaker, t.standing
from capture as c
join statement as t
    on t.capture = c.id
order by c.seq, t.start, t."end", t.id;

create table member_3 (
    mention text primary key references mention (id),
    person text not null references person,
    position integer not null
) strict, without rowid;
insert into member_3 select mention, person, position from member;

create table bearing_3 (
    person text not null,
    ordinal integer not null,
    side text not null,              -- support, dissent
    position integer not null,
    statement text not null references statement (id),
    primary key (person, ordinal, side, position)
) strict, without rowid;
insert into bearing_3 select person, ordinal, side, position, statement from bearing;

drop table bearing;
drop table member;
drop table statement;
drop table mention;
alter table member_3 rename to member;
alter table bearing_3 rename to bearing;
create index member_by_person on member (person, position);
create index bearing_by_statement on bearing (statement);
alter table mention_3 rename to mention;
alter table statement_3 rename to statement;
create index mention_by_place on mention (capture, start, "end", ordinal);
-- Those of `statement` are dropped while a long list is written, and made anew.
create unique index statement_by_id on statement (id);
create index statement_by_subject on statement (subject);
create index statement_by_place on statement (capture, start);
create index statement_proposed on statement (standing) where standing = 'proposed';

create table word (              -- writer: extract; every word of a name, once
    number integer primary key,
    word text not null unique,       -- in lower case
    plain text not null              -- in the 26 letters
) strict;
create index word_by_plain on word (plain);

create table word_key (          -- writer: extract; what finds a word that is spelled otherwise
    key text not null,
    word integer not null references word,
    primary key (key, word)
) strict, without rowid;

create table named (             -- writer: extract; who bears a word in one capture
    word integer not null references word,
    capture integer not null references capture (seq),
    uses integer not null,
    mentions blob not null,          -- their numbers, four bytes each, by name
    primary key (word, capture)
) strict, without rowid;
create index named_by_capture on named (capture);

create table names_filed (       -- writer: extract; captures whose names stand in `named`
    capture integer primary key references capture (seq)
) strict;

create table label_word (        -- writer: resolve; words by which the unnamed are called
    word integer not null references word,
    person text not null references person,
    primary key (word, person)
) strict, without rowid;
