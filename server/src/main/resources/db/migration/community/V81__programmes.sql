-- A programme of an area: it is proposed, decided, run, assessed every year, and copied.
-- Group level only: no column here is about a person but for who entered what.
create table community.programme (
  id uuid primary key,
  code text not null unique,
  kind_id uuid not null,
  kind_version int not null,
  commune_id uuid not null,
  name text not null check (char_length(name) between 1 and 160),
  -- Name and code, folded, as they are searched.
  search_text text not null,
  state text not null
    check (state in ('PROPOSED', 'REFUSED', 'LAUNCHED', 'ACTIVE', 'DORMANT', 'ENDED')),
  -- The version that holds; while it is proposed the last one that was written.
  version int not null check (version >= 1),
  launched_on date,
  ended_on date,
  -- An assessment that recommends it for copying was confirmed.
  recommended boolean not null default false,
  -- What it was copied from.
  parent_id uuid references community.programme,
  created_at timestamptz not null,
  foreign key (kind_id, kind_version) references community.programme_kind_version,
  check ((launched_on is null) = (state in ('PROPOSED', 'REFUSED'))),
  check ((ended_on is null) = (state <> 'ENDED')),
  check (ended_on is null or ended_on >= launched_on),
  check (parent_id <> id)
);
create index programme_commune on community.programme (commune_id, kind_id);
create index programme_parent on community.programme (parent_id) where parent_id is not null;

-- Villages that it covers, or the one commune as a whole.
create table community.programme_area (
  programme_id uuid not null references community.programme,
  area_id uuid not null,
  primary key (programme_id, area_id)
);
create index programme_area_area on community.programme_area (area_id);

-- What it consists of, each time it was written. Only added to.
create table community.programme_version (
  programme_id uuid not null references community.programme,
  version int not null check (version >= 1),
  goal text not null check (char_length(goal) between 1 and 2000),
  rules text[] not null,
  criteria text[] not null check (cardinality(criteria) >= 1),
  indicators text[] not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (programme_id, version)
);

-- Organisations that take part, reached at their office and never at a person.
create table community.programme_partner (
  programme_id uuid not null,
  version int not null,
  position int not null,
  kind text not null,
  name text check (char_length(name) between 1 and 160),
  office text check (char_length(office) between 1 and 300),
  primary key (programme_id, version, position),
  foreign key (programme_id, version) references community.programme_version
);

-- What was proposed about a programme and decided of it.
create table community.programme_act (
  id uuid primary key,
  programme_id uuid not null references community.programme,
  kind text not null check (kind in ('LAUNCH', 'CHANGE', 'REST', 'RESUME', 'END')),
  -- The version that it is about.
  version int not null,
  reason text check (char_length(reason) between 1 and 2000),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  outcome text check (outcome in ('ACCEPTED', 'REFUSED')),
  decision_reason text check (char_length(decision_reason) between 1 and 2000),
  decided_by uuid,
  decided_at timestamptz,
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  foreign key (programme_id, version) references community.programme_version,
  check (decided_by is null or decided_by <> proposed_by),
  check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
  check (outcome is distinct from 'ACCEPTED' or (paper_number is not null and paper_on is not null))
);
create unique index programme_act_pending on community.programme_act (programme_id)
  where outcome is null;
create index programme_act_programme on community.programme_act (programme_id, id);

-- What was done, with counts of who came and never who. A correction is another version.
create table community.programme_activity (
  id uuid not null,
  version int not null check (version >= 1),
  programme_id uuid not null references community.programme,
  on_day date not null,
  what text not null check (char_length(what) between 1 and 300),
  place text not null check (char_length(place) between 1 and 200),
  partners text[] not null,
  attended int not null check (attended between 0 and 100000),
  women int check (women between 0 and attended),
  youth int check (youth between 0 and attended),
  outcome text check (char_length(outcome) between 1 and 2000),
  -- Why it was corrected.
  reason text check (char_length(reason) between 1 and 500),
  entered_by uuid not null,
  entered_at timestamptz not null,
  primary key (id, version),
  check ((version = 1) = (reason is null))
);
create index programme_activity_programme
  on community.programme_activity (programme_id, on_day desc, id);

-- The assessment of a year by one person, confirmed or returned by another.
create table community.programme_assessment (
  id uuid primary key,
  programme_id uuid not null references community.programme,
  year int not null check (year between 2000 and 2199),
  version int not null,
  conclusion text not null
    check (conclusion in ('CONTINUE', 'CHANGE', 'REST', 'END', 'RECOMMEND')),
  words text not null check (char_length(words) between 1 and 2000),
  partners_asked int not null check (partners_asked >= 0),
  partners_agreed int not null check (partners_agreed between 0 and partners_asked),
  state text not null check (state in ('SENT', 'CONFIRMED', 'RETURNED')),
  made_by uuid not null,
  made_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text check (char_length(decision_reason) between 1 and 2000),
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  foreign key (programme_id, version) references community.programme_version,
  check (decided_by is null or decided_by <> made_by),
  check ((state = 'SENT') = (decided_by is null) and (state = 'SENT') = (decided_at is null)),
  check (state <> 'RETURNED' or decision_reason is not null)
);
create unique index programme_assessment_year on community.programme_assessment (programme_id, year)
  where state <> 'RETURNED';

create table community.programme_answer (
  assessment_id uuid not null references community.programme_assessment,
  position int not null,
  result text not null check (result in ('MET', 'NOT_MET', 'NOT_APPLICABLE')),
  words text check (char_length(words) between 1 and 1000),
  primary key (assessment_id, position)
);
