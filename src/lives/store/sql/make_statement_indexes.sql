-- File every row of statement anew, each index in one go.
-- in:  nothing
-- out: nothing
create unique index statement_by_id on statement (id);
create index statement_by_subject on statement (subject);
create index statement_by_place on statement (capture, start);
create index statement_proposed on statement (standing) where standing = 'proposed';
