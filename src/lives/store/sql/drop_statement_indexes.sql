-- Take away what each row of statement would be filed under.
-- in:  nothing
-- out: nothing
drop index statement_by_id;
drop index statement_by_subject;
drop index statement_by_place;
drop index statement_proposed;
