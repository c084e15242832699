-- A rule ends with a day, by a paper: from the day after, what held before it holds again. Only added
-- to: of what was said of a rule the last counts, and without a day it goes on.
create table community.pay_rule_end (
  rule_id uuid not null references community.pay_rule,
  number int not null check (number > 0),
  until_on date,
  source text not null check (char_length(source) between 1 and 300),
  by_id uuid not null,
  at timestamptz not null,
  primary key (rule_id, number)
);

-- A sheet that nobody decided while its commune was there is replaced by that of a commune that took
-- it over, or a part of it: it stays to be read, and is decided no more.
alter table community.pay_sheet add column replaced_by uuid references community.pay_sheet;
alter table community.pay_sheet add check (replaced_by is null or decided_by is null);
alter table community.pay_sheet add check (replaced_by is distinct from id);
