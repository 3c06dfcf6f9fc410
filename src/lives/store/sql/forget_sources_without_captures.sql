-- Forget sources of which no capture is left.
-- in:  nothing
-- out: nothing
-- cost: one walk over the captures for each source
delete from source
where not exists (select 1 from capture where capture.source = source.id);
