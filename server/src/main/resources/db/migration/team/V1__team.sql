-- Of the rules about teams what may change with the law, or is each province's to say, by the day
-- from which it is so. Of the law the ages were read in secondary sources only; the texts about it
-- say that members are healthy and live there. For how long a certificate or a statement counts no
-- paper was found: chosen.
create table team.standard (
  from_on date primary key,
  least_age int not null check (least_age between 16 and 30),
  most_age int not null check (most_age between 40 and 120),
  -- Fewer than so many are no team.
  least_strength int not null default 1 check (least_strength between 1 and 100),
  -- How many people a team usually has.
  strength int not null check (strength between 1 and 100),
  health_months int check (health_months between 1 and 120),
  residence_months int check (residence_months between 1 and 120),
  -- How long before something ends it is said.
  remind_days int not null default 60 check (remind_days between 1 and 365),
  source text not null,
  -- Whether somebody compared it with the paper.
  checked boolean not null default false
);
insert into team.standard
  (from_on, least_age, most_age, least_strength, strength, health_months, residence_months, source)
values
  ('2024-07-01', 18, 70, 3, 3, 12, 12,
   'Luật 30/2023/QH15, Điều 13; Nghị quyết 27/2024/NQ-HĐND tỉnh Thanh Hóa (3 người một tổ)');

-- A team that protects security and order; it lies in one commune.
create table team.team (
  id uuid primary key,
  code text not null unique,
  commune_id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  -- The name in small letters, each tone at the end of its word.
  name_key text not null,
  search_text text not null
    generated always as (platform.folded(code || ' ' || name)) stored,
  refused boolean not null default false,
  established_on date,
  -- The first day on which it is no more; may be to come.
  dissolved_on date,
  created_at timestamptz not null,
  check (not refused or established_on is null),
  check (dissolved_on is null or dissolved_on >= established_on)
);
create index team_commune on team.team (commune_id, code);
-- By code, T-9999 before T-10000.
create index team_listed on team.team (char_length(code), code);
create unique index team_name on team.team (commune_id, name_key)
  where not refused and dissolved_on is null;

-- How many people it is to have, from a day on.
create table team.strength (
  team_id uuid not null references team.team,
  from_on date not null,
  planned int not null check (planned between 1 and 100),
  primary key (team_id, from_on)
);

-- Which villages it covers. `until_on` is the first day on which it does not any more.
create table team.area (
  team_id uuid not null references team.team,
  area_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (team_id, area_id, from_on),
  check (until_on is null or until_on >= from_on)
);
create unique index team_area_of_one on team.area (area_id) where until_on is null;
create index team_area_of_area on team.area (area_id, from_on);

-- What the police proposed about a team and the chair decided. What came from a list was decided on
-- paper before, so nobody decided it here.
create table team.act (
  id uuid primary key,
  team_id uuid not null references team.team,
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
create unique index team_act_pending on team.act (team_id) where outcome is null;
create index team_act_team on team.act (team_id, id);

-- Lists that were taken in, and what came by them.
create table team.list (
  -- The entry of the log.
  event uuid primary key,
  taken_by uuid not null,
  taken_at timestamptz not null,
  sha256 text not null,
  communes uuid[] not null,
  teams int not null check (teams >= 0),
  members int not null check (members >= 0)
);
create index team_list_taken on team.list (taken_at);

-- Somebody in a team. The national id is encrypted; its keyed hash finds it again. After some time
-- away, everything that says who it was is erased.
create table team.member (
  id uuid primary key,
  team_id uuid not null references team.team,
  state text not null check (state in ('PROPOSED', 'RECOGNISED', 'REFUSED', 'LEFT')),
  name text check (char_length(name) between 1 and 120),
  name_key text,
  search_text text generated always as (platform.folded(name)) stored,
  birth_year int check (birth_year between 1900 and 2199),
  birth_on date,
  gender text not null check (gender in ('MALE', 'FEMALE', 'OTHER')),
  phone text check (char_length(phone) between 1 and 30),
  national_id_cipher bytea,
  national_id_hash bytea,
  origin text not null check (origin in
    ('CIVIL_DEFENCE', 'PART_TIME_POLICE', 'MILITIA_GUARD', 'RECRUITED')),
  education text check (education in
    ('PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL', 'UNIVERSITY')),
  health_on date,
  certificate text check (char_length(certificate) between 1 and 40),
  badge text check (char_length(badge) between 1 and 40),
  -- An account is one member's at a time. It stays with who left, so that it opens no other team.
  person_id uuid,
  left_on date,
  left_reason text check (left_reason in
    ('RESIGNED', 'AGE', 'HEALTH', 'MOVED', 'RELIEVED', 'DIED', 'TEAM_DISSOLVED')),
  -- When the leaving was noted; one that was noted by mistake is taken back for a while after.
  left_at timestamptz,
  erased_at timestamptz,
  imported_event uuid,
  -- Counts the corrections, so that nobody overwrites one that they did not see.
  version int not null default 0,
  created_at timestamptz not null,
  check ((left_on is null) = (left_reason is null)),
  check ((state = 'LEFT') = (left_on is not null)),
  check ((name is null) = (erased_at is not null)),
  check ((national_id_cipher is null) = (national_id_hash is null))
);
create index member_team on team.member (team_id);
create index member_name on team.member (name_key, birth_on) where state in ('PROPOSED', 'RECOGNISED');
create unique index member_national_id on team.member (national_id_hash)
  where state in ('PROPOSED', 'RECOGNISED');
-- Of somebody who left, certificate and badge may be given again: to them in another team above
-- all.
create unique index member_certificate on team.member (certificate)
  where certificate is not null and state in ('PROPOSED', 'RECOGNISED');
create unique index member_badge on team.member (badge)
  where badge is not null and state in ('PROPOSED', 'RECOGNISED');
create unique index member_person on team.member (person_id)
  where person_id is not null and state in ('PROPOSED', 'RECOGNISED');
create index member_account on team.member (person_id) where person_id is not null;
create index member_left on team.member (left_on) where state = 'LEFT' and erased_at is null;
create index member_search on team.member using gin ((' ' || search_text) public.gin_trgm_ops);

-- People proposed together, who are decided about together, each by themselves. It may be closed
-- without anybody who decides: because their team ended, or because nobody decided for as long as
-- they are kept.
create table team.member_proposal (
  id uuid primary key,
  team_id uuid not null references team.team,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  proposed_event uuid not null,
  decided_by uuid,
  decided_at timestamptz,
  decided_event uuid,
  closed text check (closed in ('TEAM_ENDED', 'WITHDRAWN', 'LAPSED')),
  check (decided_by is null or decided_by <> proposed_by),
  check (closed is null or decided_by is null),
  check ((decided_at is null) = (decided_by is null and closed is null))
);
create unique index member_proposal_pending on team.member_proposal (team_id)
  where decided_at is null;
create index member_proposal_open on team.member_proposal (id) where decided_at is null;

-- For how long somebody is what in a team. A later one of another position takes over from an
-- earlier one that still runs.
create table team.term (
  id uuid primary key,
  member_id uuid not null references team.member,
  team_id uuid not null references team.team,
  proposal_id uuid references team.member_proposal,
  position text not null check (position in ('LEADER', 'DEPUTY', 'MEMBER')),
  from_on date not null,
  -- The last day.
  until_on date not null,
  -- Older than the law has it: by decision and healthy, as was said.
  over_age boolean not null,
  outcome text check (outcome in ('ACCEPTED', 'REFUSED')),
  outcome_reason text check (char_length(outcome_reason) <= 2000),
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  imported_event uuid,
  check (until_on >= from_on),
  check (outcome is distinct from 'ACCEPTED' or (paper_number is not null and paper_on is not null))
);
create index term_team on team.term (team_id);
create index term_member on team.term (member_id, from_on);
create index term_proposal on team.term (proposal_id) where proposal_id is not null;

-- Whether somebody lives where their team is. The last that was said counts.
create table team.member_residence (
  id uuid primary key,
  member_id uuid not null references team.member,
  on_day date not null,
  resident boolean not null,
  by_id uuid not null,
  at timestamptz not null
);
create index member_residence_member on team.member_residence (member_id);

-- Whether somebody has social and health insurance, from a day on. The last that was said counts.
create table team.member_insurance (
  id uuid primary key,
  member_id uuid not null references team.member,
  from_on date not null,
  social boolean not null,
  health boolean not null,
  by_id uuid not null,
  at timestamptz not null
);
create index member_insurance_member on team.member_insurance (member_id);

-- Which benefits there are for whoever is hurt, falls ill or dies on duty and has no insurance. Of
-- Decree 40/2024/NĐ-CP texts about it were read: so it is data.
create table team.benefit_rule (
  kind text not null check (kind in ('SICKNESS', 'ACCIDENT', 'DEATH')),
  from_on date not null,
  -- Which insurance pays in its place.
  insurance text not null check (insurance in ('HEALTH', 'SOCIAL')),
  source text not null,
  checked boolean not null default false,
  primary key (kind, from_on)
);
insert into team.benefit_rule (kind, from_on, insurance, source) values
  ('SICKNESS', '2024-07-01', 'HEALTH', 'Nghị định 40/2024/NĐ-CP, Điều 5, chưa đối chiếu'),
  ('ACCIDENT', '2024-07-01', 'HEALTH', 'Nghị định 40/2024/NĐ-CP, Điều 5, chưa đối chiếu'),
  ('DEATH', '2024-07-01', 'SOCIAL', 'Nghị định 40/2024/NĐ-CP, Điều 5, chưa đối chiếu');

-- A benefit that was granted by a paper. What it was for is the kind alone, and no words of it.
create table team.member_benefit (
  id uuid primary key,
  member_id uuid not null references team.member,
  kind text not null check (kind in ('SICKNESS', 'ACCIDENT', 'DEATH')),
  happened_on date not null,
  dong bigint not null check (dong between 1 and 10000000000),
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  by_id uuid not null,
  at timestamptz not null,
  check (paper_on >= happened_on)
);
create unique index member_benefit_once on team.member_benefit (member_id, kind, happened_on);
