-- Drills and training of teams of a commune: planned, then held with who was there, or called off.
create table teamwork.drill (
  id uuid primary key,
  commune_id uuid not null,
  kind text not null check (kind in ('TRAINING', 'DRILL', 'CONTEST')),
  subject text not null check (char_length(subject) between 1 and 300),
  place text check (char_length(place) between 1 and 300),
  on_day date not null,
  minutes int not null check (minutes between 15 and 4320),
  teams uuid[] not null,
  state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
  reason text check (char_length(reason) between 1 and 1000),
  planned_by uuid not null,
  planned_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  -- How many versions of its result there are.
  results int not null default 0 check (results >= 0),
  check ((state = 'PLANNED') = (ended_at is null)),
  check ((state = 'HELD') = (results > 0)),
  check ((ended_at is null) = (ended_by is null)),
  check ((state = 'CANCELLED') = (reason is not null))
);
create index drill_commune on teamwork.drill (commune_id, on_day desc, id desc);

-- What was noted of a drill. What was wrong is noted again by another version: the last one counts,
-- and the others stay.
create table teamwork.drill_result (
  drill_id uuid not null references teamwork.drill,
  version int not null check (version > 0),
  on_day date not null,
  minutes int not null check (minutes between 15 and 4320),
  -- Why it was corrected.
  reason text check (char_length(reason) between 1 and 500),
  by_id uuid not null,
  at timestamptz not null,
  primary key (drill_id, version),
  check ((version = 1) = (reason is null))
);

-- Who was there, and whether they passed where there was a test.
create table teamwork.drill_attendance (
  drill_id uuid not null references teamwork.drill,
  version int not null check (version > 0),
  member_id uuid not null references team.member,
  outcome text not null check (outcome in ('ATTENDED', 'PASSED', 'NOT_PASSED', 'ABSENT')),
  primary key (drill_id, version, member_id)
);
create index drill_attendance_member on teamwork.drill_attendance (member_id);

-- A turn of a month's plan.
create table teamwork.patrol_shift (
  id uuid primary key,
  team_id uuid not null references team.team,
  on_day date not null,
  starts time not null,
  minutes int not null check (minutes between 15 and 720),
  route text not null check (char_length(route) between 1 and 500),
  members uuid[] not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancelled_reason text check (char_length(cancelled_reason) between 1 and 500),
  check ((cancelled_at is null) = (cancelled_by is null)),
  check ((cancelled_at is null) = (cancelled_reason is null))
);
create index patrol_shift_team on teamwork.patrol_shift (team_id, on_day);

-- A patrol, or other duty, that was done. Its identifier is the sender's, so that what is sent twice
-- is there once. One that never was is annulled: a last version says so and why, what stood is kept,
-- and it counts nowhere. Its shift may be patrolled again.
create table teamwork.patrol (
  id uuid primary key,
  team_id uuid not null references team.team,
  shift_id uuid references teamwork.patrol_shift,
  kind text not null
    check (kind in ('PATROL', 'ON_CALL', 'EVENT', 'FIRE_RESCUE', 'TRAFFIC', 'ASSIGNED')),
  -- Written down more than a day after its end.
  late boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  annulled_at timestamptz,
  erased_at timestamptz
);
create unique index patrol_of_shift on teamwork.patrol (shift_id)
  where shift_id is not null and annulled_at is null;
create index patrol_team on teamwork.patrol (team_id, id desc);

-- What is said of a patrol: the last version counts, and the others stay. Only added to, until its
-- words are erased.
create table teamwork.patrol_version (
  patrol_id uuid not null references teamwork.patrol,
  version int not null check (version > 0),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  members uuid[] not null,
  words_cipher bytea,
  reason_cipher bytea,
  by_id uuid not null,
  at timestamptz not null,
  primary key (patrol_id, version),
  check (ended_at > started_at)
);
create index patrol_version_started on teamwork.patrol_version (started_at);
-- The few patrols of which there is a later version, for a province's report.
create index patrol_version_later on teamwork.patrol_version (patrol_id, version)
  where version > 1;

-- What a commune's teams were given: each item is one row; how it stands is what its last move says.
create table teamwork.equipment (
  id uuid primary key,
  code text not null unique,
  commune_id uuid not null,
  kind text not null check (kind in ('SUPPORT_TOOL', 'UNIFORM', 'COMMUNICATION', 'LIGHT',
    'FIRE_FIGHTING', 'RESCUE', 'OFFICE', 'OTHER')),
  name text not null check (char_length(name) between 1 and 160),
  serial text check (char_length(serial) between 1 and 60),
  search_text text not null generated always as
    (platform.folded(code || ' ' || name || coalesce(' ' || serial, ''))) stored,
  state text not null check (state in ('IN_STORE', 'ISSUED', 'IN_REPAIR', 'WRITTEN_OFF')),
  team_id uuid references team.team,
  member_id uuid references team.member,
  moves int not null check (moves > 0),
  -- The identifier that its sender gave the receipt by which it came, so that what a phone or a
  -- double click sends twice is there once.
  receipt_id uuid,
  check ((state = 'ISSUED') = (member_id is not null)),
  check ((member_id is null) = (team_id is null))
);
create index equipment_commune on teamwork.equipment (commune_id, id desc);
create index equipment_member on teamwork.equipment (member_id) where member_id is not null;
create unique index equipment_serial on teamwork.equipment (commune_id, kind, lower(serial))
  where serial is not null and state <> 'WRITTEN_OFF';
create index equipment_receipt on teamwork.equipment (receipt_id) where receipt_id is not null;

-- What happened with an item, each by its paper; one of a commune that was divided is taken over by
-- the one where it lies. Only added to.
create table teamwork.equipment_move (
  equipment_id uuid not null references teamwork.equipment,
  number int not null check (number > 0),
  kind text not null check (kind in ('RECEIVED', 'ISSUED', 'RETURNED', 'SENT_TO_REPAIR', 'REPAIRED',
    'WRITTEN_OFF', 'TAKEN_OVER')),
  on_day date not null,
  paper text check (char_length(paper) between 1 and 60),
  team_id uuid references team.team,
  member_id uuid references team.member,
  note text check (char_length(note) between 1 and 500),
  by_id uuid not null,
  at timestamptz not null,
  primary key (equipment_id, number),
  check (kind not in ('RECEIVED', 'ISSUED', 'WRITTEN_OFF') or paper is not null),
  constraint equipment_move_taken_over_check check (kind <> 'TAKEN_OVER' or paper is not null)
);

-- A stocktaking of a commune: what was looked for and what was found.
create table teamwork.stocktaking (
  id uuid primary key,
  commune_id uuid not null,
  on_day date not null,
  paper text not null check (char_length(paper) between 1 and 60),
  by_id uuid not null,
  at timestamptz not null,
  expected int not null check (expected >= 0),
  missing uuid[] not null,
  broken uuid[] not null
);
create index stocktaking_at on teamwork.stocktaking (commune_id, at desc, id desc);

-- How support pay is calculated, from a day on. Of two rules for one thing the later one holds; a
-- rule that was taken back holds on no day. Never changed.
create table teamwork.pay_rule (
  id uuid primary key,
  kind text not null check (kind in ('BASE_SALARY', 'MONTHLY', 'DUTY_HOUR', 'SOCIAL_INSURANCE',
    'HEALTH_INSURANCE')),
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
insert into teamwork.pay_rule
  (id, kind, village_type, position, unit, value, from_on, source, checked)
values
  ('01900000-0000-7000-8000-0000000f0001', 'BASE_SALARY', null, null, 'VND', 2340000, '2024-07-01', 'Nghị định 73/2024/NĐ-CP', false),
  ('01900000-0000-7000-8000-0000000f0002', 'MONTHLY', 1, 'LEADER', 'BASE_SALARIES', 0.70, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false),
  ('01900000-0000-7000-8000-0000000f0003', 'MONTHLY', 1, 'DEPUTY', 'BASE_SALARIES', 0.65, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false),
  ('01900000-0000-7000-8000-0000000f0004', 'MONTHLY', 1, 'MEMBER', 'BASE_SALARIES', 0.60, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false),
  ('01900000-0000-7000-8000-0000000f0005', 'MONTHLY', 2, 'LEADER', 'BASE_SALARIES', 0.65, '2024-07-01', 'Nghị quyết 27/2024/NQ-HĐND (theo báo chí)', false);

-- A rule ends with a day, by a paper: from the day after, what held before it holds again. Only added
-- to: of what was said of a rule the last counts, and without a day it goes on.
create table teamwork.pay_rule_end (
  rule_id uuid not null references teamwork.pay_rule,
  number int not null check (number > 0),
  until_on date,
  source text not null check (char_length(source) between 1 and 300),
  by_id uuid not null,
  at timestamptz not null,
  primary key (rule_id, number)
);

-- The type of a village from a day on; the last that was said of a day counts.
create table teamwork.village_type (
  area_id uuid not null,
  from_on date not null,
  type int not null check (type between 1 and 3),
  paper text not null check (char_length(paper) between 1 and 60),
  by_id uuid not null,
  at timestamptz not null,
  primary key (area_id, from_on, at)
);

-- The sheet of a commune for a month. Calculated anew until another person decides it, and never
-- changed from then on: what turns out wrong is a line of a later month's sheet. A sheet that nobody
-- decided while its commune was there is replaced by that of a commune that took it over, or a part
-- of it: it stays to be read, and is decided no more.
create table teamwork.pay_sheet (
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
  replaced_by uuid references teamwork.pay_sheet,
  unique (commune_id, month),
  check (decided_by is null or decided_by <> calculated_by),
  check ((decided_by is null) = (decided_at is null)),
  check ((decided_by is null) = (paper_number is null)),
  check ((paper_number is null) = (paper_on is null)),
  check (replaced_by is null or decided_by is null),
  check (replaced_by is distinct from id)
);

-- An amount and how it came about. Without one, what is missing is named. Patrols of somebody who
-- does not serve in that month are named, too, and never zero.
create table teamwork.pay_line (
  sheet_id uuid not null references teamwork.pay_sheet on delete cascade,
  number int not null check (number > 0),
  member_id uuid not null references team.member,
  team_id uuid not null references team.team,
  kind text not null
    check (kind in ('MONTHLY', 'DUTY_HOUR', 'SOCIAL_INSURANCE', 'HEALTH_INSURANCE')),
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
  rule_id uuid references teamwork.pay_rule,
  due numeric(14, 0),
  paid numeric(14, 0),
  amount numeric(14, 0),
  missing text check (missing in ('RULE', 'BASE_SALARY', 'VILLAGE_TYPE', 'VILLAGE_TYPES_DIFFER',
    'NOT_SERVING')),
  primary key (sheet_id, number),
  check ((amount is null) = (missing is not null))
);
create index pay_line_member on teamwork.pay_line (member_id, for_month);

-- What was decided by a paper about the work of a team, or of somebody in it: commendations,
-- discipline, and the yearly rating of a team as a whole.
create table teamwork.merit (
  id uuid primary key,
  team_id uuid not null references team.team,
  member_id uuid references team.member,
  kind text not null check (kind in ('COMMENDATION', 'DISCIPLINE', 'RATING')),
  form text not null,
  year int check (year between 2024 and 2199),
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  authority text not null check (char_length(authority) between 1 and 160),
  words_cipher bytea,
  noted_by uuid not null,
  noted_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 500),
  erased_at timestamptz,
  check (kind <> 'DISCIPLINE' or member_id is not null),
  check (kind <> 'RATING' or (member_id is null and year is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index team_merit_team on teamwork.merit (team_id, paper_on desc, id desc);
create unique index team_merit_rating on teamwork.merit (team_id, year)
  where kind = 'RATING' and withdrawn_at is null;

-- Groups in which households look after security (tự quản): how many households, and who leads.
create table teamwork.self_managed_group (
  id uuid primary key,
  code text not null unique,
  kind text not null check (kind in ('SECURITY', 'SOCIAL_SECURITY')),
  commune_id uuid not null,
  village_id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  name_key text not null,
  search_text text not null
    generated always as (platform.folded(code || ' ' || name)) stored,
  households int not null check (households between 1 and 5000),
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  version int not null default 0,
  ended_on date,
  end_kind text check (end_kind in ('ENDED', 'MERGED')),
  merged_into uuid references teamwork.self_managed_group,
  end_paper text check (char_length(end_paper) between 1 and 60),
  noted_by uuid not null,
  noted_at timestamptz not null,
  -- The identifier that its sender gave it, so that what is sent twice is there once.
  sent_id uuid,
  check ((ended_on is null) = (end_kind is null)),
  check ((end_kind is not distinct from 'MERGED') = (merged_into is not null)),
  check (merged_into is null or merged_into <> id)
);
create index self_managed_group_commune on teamwork.self_managed_group (commune_id, id);
create index group_village on teamwork.self_managed_group (village_id, id);
create unique index self_managed_group_name
  on teamwork.self_managed_group (village_id, kind, name_key) where ended_on is null;
create unique index self_managed_group_sent on teamwork.self_managed_group (sent_id)
  where sent_id is not null;

-- Who leads a group, by the paper that recognised them. Name and telephone go some time after.
create table teamwork.group_leader (
  id uuid primary key,
  group_id uuid not null references teamwork.self_managed_group,
  position text not null check (position in ('LEADER', 'DEPUTY')),
  name text check (char_length(name) between 1 and 120),
  phone text check (char_length(phone) between 1 and 30),
  from_on date not null,
  until_on date not null,
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  -- Counts the corrections, of which each keeps what stood before it.
  version int not null default 1 check (version > 0),
  erased_at timestamptz,
  check (until_on >= from_on),
  check ((name is null) = (erased_at is not null))
);
create index group_leader_group on teamwork.group_leader (group_id, from_on desc);

-- Who leads a group is corrected, or stops before the term ends; what stood is kept as long as the
-- name is.
create table teamwork.group_leader_before (
  leader_id uuid not null references teamwork.group_leader,
  version int not null check (version > 0),
  name text check (char_length(name) between 1 and 120),
  phone text check (char_length(phone) between 1 and 30),
  until_on date not null,
  reason text not null check (char_length(reason) between 1 and 500),
  by_id uuid not null,
  at timestamptz not null,
  primary key (leader_id, version)
);
