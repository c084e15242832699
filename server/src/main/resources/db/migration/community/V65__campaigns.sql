-- Campaigns of the people's side, from a plan to its report.
create table community.campaign (
  id uuid primary key,
  code text not null unique,
  area_id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  aim text not null check (char_length(aim) between 1 and 2000),
  from_on date not null,
  until_on date not null,
  villages uuid[] not null,
  partners text[] not null,
  state text not null check (state in ('PLANNED', 'REFUSED', 'RUNNING', 'ENDED', 'REPORTED')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text check (char_length(decision_reason) between 1 and 2000),
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  ended_on date,
  ended_by uuid,
  check (until_on >= from_on),
  check (decided_by is null or decided_by <> proposed_by),
  check ((state = 'PLANNED') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (state in ('PLANNED', 'REFUSED') or paper_number is not null),
  check ((state in ('ENDED', 'REPORTED')) = (ended_on is not null))
);
create index campaign_area on community.campaign (area_id, id desc);

-- What the campaign says, by language; the last one of a language counts.
create table community.campaign_message (
  campaign_id uuid not null references community.campaign,
  language text not null check (language in ('vi', 'en', 'ar')),
  version int not null check (version > 0),
  words text not null check (char_length(words) between 1 and 4000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (campaign_id, language, version)
);

-- Leaflets, pictures and sound.
create table community.campaign_material (
  id uuid primary key,
  campaign_id uuid not null references community.campaign,
  title text not null check (char_length(title) between 1 and 160),
  type text not null,
  sha256 text not null,
  size_bytes bigint not null check (size_bytes > 0),
  content bytea not null,
  by_id uuid not null,
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid
);
create index campaign_material_campaign on community.campaign_material (campaign_id, id);

-- What was done: how many came, and nobody's name.
create table community.campaign_activity (
  id uuid primary key,
  campaign_id uuid not null references community.campaign,
  kind text not null check (kind in ('MEETING', 'BROADCAST', 'VISIT', 'DISTRIBUTION', 'CONTEST', 'OTHER')),
  on_day date not null,
  place text not null check (char_length(place) between 1 and 300),
  words text check (char_length(words) between 1 and 2000),
  attended int not null check (attended between 0 and 100000),
  households int not null check (households between 0 and 100000),
  leaflets int not null check (leaflets between 0 and 1000000),
  by_id uuid not null,
  at timestamptz not null
);
create index campaign_activity_campaign on community.campaign_activity (campaign_id, on_day, id);

-- What came of it; a report is written again where something was wrong, and the first one stays.
create table community.campaign_report (
  campaign_id uuid not null references community.campaign,
  version int not null check (version > 0),
  words text not null check (char_length(words) between 1 and 4000),
  lessons text check (char_length(lessons) between 1 and 4000),
  commitments int not null check (commitments between 0 and 1000000),
  models int not null check (models between 0 and 10000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (campaign_id, version)
);

-- Who was commended for it by an office's paper: a unit, or somebody whom that paper names; who that
-- was is erased some years after.
create table community.campaign_commendation (
  id uuid primary key,
  campaign_id uuid not null references community.campaign,
  to_whom text not null check (to_whom in ('UNIT', 'PERSON')),
  name text check (char_length(name) between 1 and 160),
  form text not null check (char_length(form) between 1 and 160),
  authority text not null check (char_length(authority) between 1 and 160),
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  by_id uuid not null,
  at timestamptz not null,
  erased_at timestamptz,
  check ((name is null) = (erased_at is not null))
);
create index campaign_commendation_campaign on community.campaign_commendation (campaign_id, id);
