-- Record one row of statement.
-- in:  id, subject, kind, capture, start, end, quote, reader, because, when, earliest, latest, when_written, calendar, inferred, where, what, written, group, roles, modality, voice, speaker, standing
-- out: nothing
insert into statement (
    id, subject, kind, capture, start, "end", quote, reader, because, "when", earliest, latest, when_written, calendar, inferred, "where", what, written, "group", roles, modality, voice, speaker, standing
)
values (?, ?, ?, (select seq from capture where id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
on conflict (id) do nothing;
