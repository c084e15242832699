-- Campaigns of the people's side, from a plan to its report.
create table campaign.campaign (
  id uuid primary key,
  code text not null unique,
  area_id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  search_text text not null
    generated always as (platform.folded(code || ' ' || title)) stored,
  aim text not null check (char_length(aim) between 1 and 2000),
  from_on date not null,
  until_on date not null,
  villages uuid[] not null,
  partners text[] not null,
  state text not null check (state in ('PLANNED', 'REFUSED', 'RUNNING', 'ENDED', 'REPORTED')),
  -- How often it was changed: a decision names what it saw.
  version int not null default 1 check (version > 0),
  -- What its sender calls it, so that one that is sent twice is there once.
  sent_id uuid,
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
create index campaign_area on campaign.campaign (area_id, id desc);
create unique index campaign_sent on campaign.campaign (sent_id) where sent_id is not null;

-- What the campaign says, by language; the last one of a language counts. What is said or added once
-- a campaign was approved waits for the chair too.
create table campaign.message (
  campaign_id uuid not null references campaign.campaign,
  language text not null check (language in ('vi', 'en', 'ar')),
  version int not null check (version > 0),
  words text not null check (char_length(words) between 1 and 4000),
  state text not null check (state in ('WAITING', 'ACCEPTED', 'REFUSED')),
  -- By which decision about changes it was accepted or refused: that of this version of the campaign.
  -- Null of what was decided with the plan, or waits.
  decided_version int,
  by_id uuid not null,
  at timestamptz not null,
  primary key (campaign_id, language, version)
);

-- Leaflets, pictures and sound. What is infected keeps its row and loses its content.
create table campaign.material (
  id uuid primary key,
  campaign_id uuid not null references campaign.campaign,
  title text not null check (char_length(title) between 1 and 160),
  type text not null,
  sha256 text not null,
  size_bytes bigint not null check (size_bytes > 0),
  content bytea not null,
  state text not null check (state in ('WAITING', 'ACCEPTED', 'REFUSED')),
  -- By which decision about changes it was accepted or refused: that of this version of the campaign.
  -- Null of what was decided with the plan, or waits.
  decided_version int,
  -- What a checker for malware said of it; null: nobody asked one yet.
  judgement text check (judgement in ('CLEAN', 'TOO_LARGE', 'INFECTED')),
  by_id uuid not null,
  at timestamptz not null,
  removed_at timestamptz,
  removed_by uuid
);
create index campaign_material_campaign on campaign.material (campaign_id, id);
create index campaign_material_unchecked on campaign.material (id)
  where judgement is null and removed_at is null;

-- What the chair decided of what waited.
create table campaign.change_decision (
  campaign_id uuid not null references campaign.campaign,
  -- Of the campaign, as it was seen.
  version int not null,
  outcome text not null check (outcome in ('ACCEPTED', 'REFUSED')),
  reason text check (char_length(reason) between 1 and 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (campaign_id, version),
  check (outcome = 'ACCEPTED' or reason is not null)
);

-- What was done: how many came, and nobody's name. What was noted wrongly is withdrawn with a reason:
-- it stays, and counts nowhere.
create table campaign.activity (
  id uuid primary key,
  campaign_id uuid not null references campaign.campaign,
  kind text not null
    check (kind in ('MEETING', 'BROADCAST', 'VISIT', 'DISTRIBUTION', 'CONTEST', 'OTHER')),
  on_day date not null,
  place text not null check (char_length(place) between 1 and 300),
  words text check (char_length(words) between 1 and 2000),
  attended int not null check (attended between 0 and 100000),
  households int not null check (households between 0 and 100000),
  leaflets int not null check (leaflets between 0 and 1000000),
  by_id uuid not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 500),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index campaign_activity_campaign on campaign.activity (campaign_id, on_day, id);

-- What came of it; a report is written again where something was wrong, and the first one stays.
create table campaign.report (
  campaign_id uuid not null references campaign.campaign,
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
create table campaign.commendation (
  id uuid primary key,
  campaign_id uuid not null references campaign.campaign,
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
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 500),
  check ((name is null) = (erased_at is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index campaign_commendation_campaign on campaign.commendation (campaign_id, id);
