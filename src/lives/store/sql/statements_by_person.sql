-- Statements with whom they are about, person by person, in the order of the mentions.
-- in:  nothing
-- out: person, id, subject, kind, capture, start, end, quote, reader, because, when, earliest, latest, when_written, calendar, inferred, where, what, written, group, roles, modality, voice, speaker, standing
-- cost: one walk over the persons' mentions, an index range each
select
    m.person,
    t.id, t.subject, t.kind, c.id, t.start, t."end", t.quote, t.reader, t.because, t."when", t.earliest, t.latest, t.when_written, t.calendar, t.inferred, t."where", t.what, t.written, t."group", t.roles, t.modality, t.voice, t.speaker, t.standing
from member as m
join statement as t
    on t.subject = m.mention
join capture as c
    on c.seq = t.capture
order by m.person, m.position, t.start, t."end", t.id;
