-- The statements about one mention by place.
-- in:  subject
-- out: id, subject, kind, capture, start, end, quote, reader, because, when, earliest, latest, when_written, calendar, inferred, where, what, written, group, roles, modality, voice, speaker, standing
select
    id, subject, kind, capture, start, "end", quote, reader, because, "when", earliest, latest, when_written, calendar, inferred, "where", what, written, "group", roles, modality, voice, speaker, standing
from statement
where subject = ?
order by start, "end", id;
