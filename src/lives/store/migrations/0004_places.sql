-- Places of findings, as read. Derived: the words stand in the findings.

create table place_read (        -- writer: compose
    words text primary key,          -- as written
    record text not null,            -- of the gazetteer, or "" where none is known
    whole integer not null           -- whether it is the most particular part of the words
) strict, without rowid;
