-- How long a measure of a minor may be, where that is not as long as an adult's.
alter table community.measure_rule add column longest_months_minor int
  check (longest_months_minor between 1 and 240);
alter table community.measure_rule add check (minors <> 'NONE' or longest_months_minor is null);
alter table community.measure_rule drop constraint measure_rule_decided_by_check;
alter table community.measure_rule add constraint measure_rule_decided_by_check
  check (decided_by in ('COMMUNE_CHAIR', 'COURT', 'PRISON', 'PROCEEDINGS_BODY'));

-- What came with the program, still not compared with the laws. Where a law names no length, that of
-- the program is short: nobody is kept by name for longer because nobody read it. Longer needs a rule
-- that somebody compared. Measures that are recorded keep the last day that they had.
update community.measure_rule set longest_months_minor = 18 where id = '01900000-0000-7000-8000-000000120004';
update community.measure_rule set longest_months = 24, longest_months_minor = 24 where id = '01900000-0000-7000-8000-000000120005';
update community.measure_rule set longest_months = 24, longest_months_minor = 12 where id = '01900000-0000-7000-8000-000000120006';
update community.measure_rule set longest_months_minor = 12 where id = '01900000-0000-7000-8000-000000120007';
update community.measure_rule set longest_months = 24, decided_by = 'PROCEEDINGS_BODY' where id = '01900000-0000-7000-8000-000000120008';
