-- Whether any names are filed by other rules.
-- in:  the rules of the keys
-- out: otherwise (1 or 0)
select exists (select 1 from names_filed where rules <> ?);
