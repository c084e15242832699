-- How support pay is calculated, from a day on. Of two rules for one thing the later one holds; a
-- rule that was taken back holds on no day. Never changed.
create table community.pay_rule (
  id uuid primary key,
  kind text not null check (kind in ('BASE_SALARY', 'MONTHLY', 'DUTY_HOUR', 'SOCIAL_INSURANCE', 'HEALTH_INSURANCE')),
  village_type int check (village_type between 1 and 3),
  position text check (position in ('LEADER', 'DEPUTY', 'MEMBER')),
  -- Dong, or how many base salaries.
  unit text not null check (unit in ('VND', 'BASE_SALARIES')),
  value numeric(14, 4) not null check (value >= 0),
  from_on date not null,
  source text not null check (char_length(source) between 1 and 300),
  -- Whether somebody of the office compared it with the paper itself.
  checked boolean not null,
  added_by uuid,
  added_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  check ((kind = 'MONTHLY') = (village_type is not null)),
  check (position is null or kind in ('MONTHLY', 'SOCIAL_INSURANCE', 'HEALTH_INSURANCE')),
  check (kind <> 'MONTHLY' or position is not null),
  check (kind not in ('BASE_SALARY', 'DUTY_HOUR') or unit = 'VND'),
  check ((added_by is null) = (added_at is null)),
  check ((ended_by is null) = (ended_at is null))
);

-- What could be found out: Resolution 27/2024/NQ-HĐND of Thanh Hóa by newspapers, of which the
-- levels of the first type of village and of the leader of the second were told; the base salary of
-- Decree 73/2024/ND-CP from memory. Each is to be compared with the paper.
insert into community.pay_rule (id, kind, village_type, position, unit, value, from_on, source, checked) values
  ('01900000-0000-7000-8000-0000000f0001', 'BASE_SALARY', null, null, 'VND', 2340000, '2024-07-01', 'Nghị định 73/2024/NĐ-CP', false),
  ('01900000-0000-7000-8000-0000000f0002', 'MONTHLY', 1, 'LEADER', 'BASE_SALARIES', 0.70, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false),
  ('01900000-0000-7000-8000-0000000f0003', 'MONTHLY', 1, 'DEPUTY', 'BASE_SALARIES', 0.65, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false),
  ('01900000-0000-7000-8000-0000000f0004', 'MONTHLY', 1, 'MEMBER', 'BASE_SALARIES', 0.60, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false),
  ('01900000-0000-7000-8000-0000000f0005', 'MONTHLY', 2, 'LEADER', 'BASE_SALARIES', 0.65, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false);

-- The type of a village from a day on; the last that was said of a day counts.
create table community.village_type (
  area_id uuid not null,
  from_on date not null,
  type int not null check (type between 1 and 3),
  paper text not null check (char_length(paper) between 1 and 60),
  by_id uuid not null,
  at timestamptz not null,
  primary key (area_id, from_on, at)
);

-- The sheet of a commune for a month. Calculated anew until another person decides it, and never
-- changed from then on: what turns out wrong is a line of a later month's sheet.
create table community.pay_sheet (
  id uuid primary key,
  commune_id uuid not null,
  month date not null check (extract(day from month) = 1),
  version int not null check (version > 0),
  calculated_by uuid not null,
  calculated_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  unique (commune_id, month),
  check (decided_by is null or decided_by <> calculated_by),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (paper_number is null)),
  check ((paper_number is null) = (paper_on is null))
);

-- An amount and how it came about. Without one, what is missing is named.
create table community.pay_line (
  sheet_id uuid not null references community.pay_sheet on delete cascade,
  number int not null check (number > 0),
  member_id uuid not null references community.member,
  team_id uuid not null references community.team,
  kind text not null check (kind in ('MONTHLY', 'DUTY_HOUR', 'SOCIAL_INSURANCE', 'HEALTH_INSURANCE')),
  -- Of a correction, the month that it corrects.
  for_month date not null,
  correction boolean not null,
  position text check (position in ('LEADER', 'DEPUTY', 'MEMBER')),
  village_type int,
  from_on date,
  until_on date,
  days int,
  month_days int,
  minutes int,
  base numeric(14, 4),
  value numeric(14, 4),
  unit text,
  rule_id uuid references community.pay_rule,
  due numeric(14, 0),
  paid numeric(14, 0),
  amount numeric(14, 0),
  missing text check (missing in ('RULE', 'BASE_SALARY', 'VILLAGE_TYPE', 'VILLAGE_TYPES_DIFFER')),
  primary key (sheet_id, number),
  check ((amount is null) = (missing is not null))
);
create index pay_line_member on community.pay_line (member_id, for_month);
