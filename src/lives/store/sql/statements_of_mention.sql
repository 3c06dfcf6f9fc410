-- The statements about one mention by place.
-- in:  subject
-- out: id, subject, kind, capture, start, end, quote, reader, because, when, earliest, latest, when_written, calendar, inferred, where, what, written, group, roles, modality, voice, speaker, standing
select
    t.id, t.subject, t.kind, c.id, t.start, t."end", t.quote, t.reader, t.because, t."when", t.earliest, t.latest, t.when_written, t.calendar, t.inferred, t."where", t.what, t.written, t."group", t.roles, t.modality, t.voice, t.speaker, t.standing
from statement as t
join capture as c
    on c.seq = t.capture
where t.subject = ?
order by t.start, t."end", t.id;
