-- Record one row of source.
-- in:  id, csl, kind, rights, language, reliability, derives_from, written
-- out: nothing
insert into source (
    id, csl, kind, rights, language, reliability, derives_from, written
)
values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict (id) do update set
    csl = excluded.csl,
    kind = excluded.kind,
    rights = excluded.rights,
    language = excluded.language,
    reliability = excluded.reliability,
    derives_from = excluded.derives_from,
    written = excluded.written;
