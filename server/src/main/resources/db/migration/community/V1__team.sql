-- Of the rules about teams what may change with the law, or is each province's to say, by the day
-- from which it is so. Of the law the ages were read in secondary sources only.
create table community.team_standard (
  from_on date primary key,
  least_age int not null check (least_age between 16 and 30),
  most_age int not null check (most_age between 40 and 120),
  -- How many people a team usually has.
  strength int not null check (strength between 1 and 100),
  source text not null
);
insert into community.team_standard values
  ('2024-07-01', 18, 70, 3,
   'Luật 30/2023/QH15, Điều 13; Nghị quyết 27/2024/NQ-HĐND tỉnh Thanh Hóa (3 người một tổ)');

-- A team that protects security and order; it lies in one commune.
create table community.team (
  id uuid primary key,
  code text not null unique,
  commune_id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  -- The name in small letters, each tone at the end of its word.
  name_key text not null,
  refused boolean not null default false,
  established_on date,
  -- The first day on which it is no more; may be to come.
  dissolved_on date,
  created_at timestamptz not null,
  check (not refused or established_on is null),
  check (dissolved_on is null or dissolved_on >= established_on)
);
create index team_commune on community.team (commune_id, code);
create unique index team_name on community.team (commune_id, name_key)
  where not refused and dissolved_on is null;

-- How many people it is to have, from a day on.
create table community.team_strength (
  team_id uuid not null references community.team,
  from_on date not null,
  planned int not null check (planned between 1 and 100),
  primary key (team_id, from_on)
);

-- Which villages it covers. `until_on` is the first day on which it does not any more.
create table community.team_area (
  team_id uuid not null references community.team,
  area_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (team_id, area_id, from_on),
  check (until_on is null or until_on >= from_on)
);
create unique index team_area_of_one on community.team_area (area_id) where until_on is null;
create index team_area_of_area on community.team_area (area_id, from_on);

-- What the police proposed about a team and the chair decided. What came from a list was decided on
-- paper before, so nobody decided it here.
create table community.team_act (
  id uuid primary key,
  team_id uuid not null references community.team,
  kind text not null check (kind in ('ESTABLISH', 'CHANGE', 'DISSOLVE')),
  planned int check (planned between 1 and 100),
  areas uuid[],
  -- From when on a change or the end holds; of an establishment null until it is decided.
  from_on date,
  reason text check (char_length(reason) <= 2000),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  proposed_event uuid not null,
  imported boolean not null default false,
  outcome text check (outcome in ('ACCEPTED', 'REFUSED')),
  decision_reason text check (char_length(decision_reason) <= 2000),
  decided_by uuid,
  decided_at timestamptz,
  decided_event uuid,
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  check ((kind = 'DISSOLVE') = (planned is null)),
  check ((planned is null) = (areas is null)),
  check (decided_by is null or decided_by <> proposed_by),
  check ((outcome is null) = (decided_at is null)),
  check (imported or (decided_at is null) = (decided_by is null)),
  check (outcome is distinct from 'ACCEPTED' or (paper_number is not null and paper_on is not null))
);
create unique index team_act_pending on community.team_act (team_id) where outcome is null;
create index team_act_team on community.team_act (team_id, id);
