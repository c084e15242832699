-- What else is said of teams from a day on. Of the law the texts about it say that members are healthy
-- and live there; for how long a certificate or a statement counts no paper was found: chosen.
alter table community.team_standard
  -- Fewer than so many are no team.
  add column least_strength int not null default 1 check (least_strength between 1 and 100),
  add column health_months int check (health_months between 1 and 120),
  add column residence_months int check (residence_months between 1 and 120),
  -- How long before something ends it is said.
  add column remind_days int not null default 60 check (remind_days between 1 and 365),
  -- Whether somebody compared it with the paper.
  add column checked boolean not null default false;
update community.team_standard set least_strength = 3, health_months = 12, residence_months = 12;

-- Whether somebody lives where their team is. The last that was said counts.
create table community.member_residence (
  id uuid primary key,
  member_id uuid not null references community.member,
  on_day date not null,
  resident boolean not null,
  by_id uuid not null,
  at timestamptz not null
);
create index member_residence_member on community.member_residence (member_id);

-- Whether somebody has social and health insurance, from a day on. The last that was said counts.
create table community.member_insurance (
  id uuid primary key,
  member_id uuid not null references community.member,
  from_on date not null,
  social boolean not null,
  health boolean not null,
  by_id uuid not null,
  at timestamptz not null
);
create index member_insurance_member on community.member_insurance (member_id);

-- Which benefits there are for whoever is hurt, falls ill or dies on duty and has no insurance. Of
-- Decree 40/2024/NĐ-CP texts about it were read: so it is data.
create table community.benefit_rule (
  kind text not null check (kind in ('SICKNESS', 'ACCIDENT', 'DEATH')),
  from_on date not null,
  -- Which insurance pays in its place.
  insurance text not null check (insurance in ('HEALTH', 'SOCIAL')),
  source text not null,
  checked boolean not null default false,
  primary key (kind, from_on)
);
insert into community.benefit_rule (kind, from_on, insurance, source) values
  ('SICKNESS', '2024-07-01', 'HEALTH', 'Nghị định 40/2024/NĐ-CP, Điều 5, chưa đối chiếu'),
  ('ACCIDENT', '2024-07-01', 'HEALTH', 'Nghị định 40/2024/NĐ-CP, Điều 5, chưa đối chiếu'),
  ('DEATH', '2024-07-01', 'SOCIAL', 'Nghị định 40/2024/NĐ-CP, Điều 5, chưa đối chiếu');

-- A benefit that was granted by a paper. What it was for is the kind alone, and no words of it.
create table community.member_benefit (
  id uuid primary key,
  member_id uuid not null references community.member,
  kind text not null check (kind in ('SICKNESS', 'ACCIDENT', 'DEATH')),
  happened_on date not null,
  dong bigint not null check (dong between 1 and 10000000000),
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  by_id uuid not null,
  at timestamptz not null,
  check (paper_on >= happened_on)
);
create unique index member_benefit_once on community.member_benefit (member_id, kind, happened_on);
