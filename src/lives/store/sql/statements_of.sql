-- The statements of one capture by place.
-- in:  capture
-- out: id, subject, kind, capture, start, end, quote, reader, because, when, earliest, latest, when_written, calendar, inferred, where, what, written, group, roles, modality, voice, speaker, standing
select
    id, subject, kind, capture, start, "end", quote, reader, because, "when", earliest, latest, when_written, calendar, inferred, "where", what, written, "group", roles, modality, voice, speaker, standing
from statement
where capture = ?
order by start, "end", id;
