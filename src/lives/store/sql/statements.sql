-- Every statement in the order of receipt, then by place.
-- in:  nothing
-- out: id, subject, kind, capture, start, end, quote, reader, because, when, earliest, latest, when_written, calendar, inferred, where, what, written, group, roles, modality, voice, speaker, standing
-- cost: one walk over the captures, an index range each
select
    t.id, t.subject, t.kind, c.id, t.start, t."end", t.quote, t.reader, t.because, t."when", t.earliest, t.latest, t.when_written, t.calendar, t.inferred, t."where", t.what, t.written, t."group", t.roles, t.modality, t.voice, t.speaker, t.standing
from capture as c
join statement as t
    on t.capture = c.seq
order by c.seq, t.start, t."end", t.id;
