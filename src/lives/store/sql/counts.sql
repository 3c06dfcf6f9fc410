-- How much the archive holds.
-- in:  nothing
-- out: sources, captures, mentions, statements, proposed, persons, findings, conflicts, questions
-- cost: counts whole tables from their smallest index
select
    (select count(*) from source),
    (select count(*) from capture),
    (select count(*) from mention),
    (select count(*) from statement)
    - (select count(*) from statement where standing = 'proposed'),
    (select count(*) from statement where standing = 'proposed'),
    (select count(*) from person),
    (select count(*) from finding),
    (select count(*) from conflict),
    (select count(*) from question);
