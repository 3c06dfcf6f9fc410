-- Names are filed by more keys, shorter ones, and each capture's bearers in the order of
-- their numbers. All of it is derived: it is filed anew when it is first asked for.

drop table label_word;
drop table names_filed;
drop table named;
drop table word_key;
drop table word;

create table word (              -- writer: extract; every word of a name, once
    number integer primary key,
    word text not null unique,       -- in lower case
    sound text not null,             -- its skeleton
    plain text not null,             -- the word without marks
    backwards text not null          -- the same from its end
) strict;
create index word_by_beginning on word (plain);
create index word_by_end on word (backwards);

create table word_key (          -- writer: extract; what finds a word that is spelled otherwise
    key integer not null,            -- 32 bits of what words alike have in common
    word integer not null,           -- checked nowhere: that would cost more than all else
    primary key (key, word)
) strict, without rowid;

create table named (             -- writer: extract; who bears a word in one capture
    word integer not null references word,
    capture integer not null references capture (seq),
    uses integer not null,           -- how many
    mentions blob not null,          -- their numbers, four bytes each, the lowest first
    primary key (word, capture)      -- with rowids: long rows in a tree of keys are slow
) strict;
create index named_by_capture on named (capture);

create table names_filed (       -- writer: extract; captures whose names stand in `named`
    capture integer primary key references capture (seq),
    names integer not null,          -- how many it has
    rules integer not null           -- of the keys that its words were filed under
) strict;

create table label_word (        -- writer: resolve; words by which the unnamed are called
    word integer not null references word,
    person text not null references person,
    primary key (word, person)
) strict, without rowid;
create index label_word_by_person on label_word (person);
