-- A kind of programme ("model"). Those that come with the system have their texts in the bundles of
-- each language; free ones were added by an office and have theirs as they were typed.
create table programme.kind (
  id uuid primary key,
  code text not null unique,
  built_in boolean not null,
  -- Of the office that added it; null: of the system or of the whole site.
  area_id uuid,
  -- The name in small letters, each tone at the end of its word; null of those with bundles.
  name_key text,
  -- The version that new programmes take.
  version int not null check (version >= 1),
  check (built_in = (name_key is null))
);
create unique index programme_kind_name on programme.kind (name_key);

-- What a kind said at a time. Only added to: a programme names the version that it was made from.
create table programme.kind_version (
  kind_id uuid not null references programme.kind,
  version int not null check (version >= 1),
  name text check (char_length(name) between 1 and 120),
  goal text check (char_length(goal) between 1 and 2000),
  rules text[],
  criteria text[],
  -- Organisations that usually take part, and what it hopes to move.
  partners text[] not null,
  indicators text[] not null,
  written_by uuid,
  written_at timestamptz,
  primary key (kind_id, version),
  check ((name is null) = (rules is null) and (name is null) = (criteria is null)
    and (name is null) = (goal is null)),
  check ((name is null) = (written_by is null))
);

insert into programme.kind (id, code, built_in, version) values
  ('01980000-0000-7000-8000-000000000001', 'LINKED_AREA', true, 1),
  ('01980000-0000-7000-8000-000000000002', 'CLAN', true, 1),
  ('01980000-0000-7000-8000-000000000003', 'PARISH', true, 1),
  ('01980000-0000-7000-8000-000000000004', 'BOARDING_HOUSE', true, 1),
  ('01980000-0000-7000-8000-000000000005', 'NO_VIOLENCE', true, 1),
  ('01980000-0000-7000-8000-000000000006', 'YOUTH', true, 1),
  ('01980000-0000-7000-8000-000000000007', 'CAMERA', true, 1);
insert into programme.kind_version (kind_id, version, partners, indicators) values
  ('01980000-0000-7000-8000-000000000001', 1, '{POLICE,FRONT,VETERANS}',
   '{OFFENCES,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000002', 1, '{CLAN,FRONT,ELDERLY}',
   '{DISPUTES_RECEIVED,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000003', 1, '{FRONT,PARISH,WOMEN}',
   '{DISPUTES_RECEIVED,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000004', 1, '{POLICE,YOUTH_UNION,OWNERS}',
   '{THEFTS,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000005', 1, '{WOMEN,FRONT,HEALTH}',
   '{DOMESTIC_VIOLENCE,DISPUTES_RECEIVED}'),
  ('01980000-0000-7000-8000-000000000006', 1, '{YOUTH_UNION,SCHOOL,VETERANS}',
   '{YOUTH_VIOLATIONS,OFFENCES}'),
  ('01980000-0000-7000-8000-000000000007', 1, '{POLICE,FRONT,OWNERS}', '{THEFTS,OFFENCES}');

-- A programme of an area: it is proposed, decided, run, assessed every year, and copied.
-- Group level only: no column here is about a person but for who entered what.
create table programme.programme (
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
  parent_id uuid references programme.programme,
  created_at timestamptz not null,
  foreign key (kind_id, kind_version) references programme.kind_version,
  check ((launched_on is null) = (state in ('PROPOSED', 'REFUSED'))),
  check ((ended_on is null) = (state <> 'ENDED')),
  check (ended_on is null or ended_on >= launched_on),
  check (parent_id <> id)
);
create index programme_commune on programme.programme (commune_id, kind_id);
create index programme_parent on programme.programme (parent_id) where parent_id is not null;
-- By code, P-9999 before P-10000.
create index programme_listed on programme.programme (char_length(code), code);

-- Villages that it covers, or the one commune as a whole.
create table programme.area (
  programme_id uuid not null references programme.programme,
  area_id uuid not null,
  primary key (programme_id, area_id)
);
create index programme_area_area on programme.area (area_id);

-- What it consists of, each time it was written. Only added to.
create table programme.version (
  programme_id uuid not null references programme.programme,
  version int not null check (version >= 1),
  -- What the programme is called from then on; null where it keeps its name.
  name text check (char_length(name) between 1 and 160),
  goal text not null check (char_length(goal) between 1 and 2000),
  rules text[] not null,
  criteria text[] not null check (cardinality(criteria) >= 1),
  indicators text[] not null,
  -- Why it was written.
  reason text check (char_length(reason) between 1 and 2000),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (programme_id, version)
);

-- Organisations that take part, reached at their office and never at a person.
create table programme.partner (
  programme_id uuid not null,
  version int not null,
  position int not null,
  kind text not null,
  name text check (char_length(name) between 1 and 160),
  office text check (char_length(office) between 1 and 300),
  primary key (programme_id, version, position),
  foreign key (programme_id, version) references programme.version
);

-- Of a programme that lies in several communes, each but the first one consents to a text by a paper
-- of its own before it holds.
create table programme.consent (
  programme_id uuid not null,
  version int not null,
  commune_id uuid not null,
  consented_by uuid not null,
  consented_at timestamptz not null,
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  primary key (programme_id, version, commune_id),
  foreign key (programme_id, version) references programme.version
);

-- What was proposed about a programme and decided of it. The day of the launch is corrected by
-- another decision, and the first one stays. What a list brings in was decided on paper before, so
-- nobody decided it here.
create table programme.act (
  id uuid primary key,
  programme_id uuid not null references programme.programme,
  kind text not null
    check (kind in ('LAUNCH', 'CHANGE', 'REST', 'RESUME', 'END', 'LAUNCH_DAY')),
  -- The version that it is about.
  version int not null,
  reason text check (char_length(reason) between 1 and 2000),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  imported boolean not null default false,
  outcome text check (outcome in ('ACCEPTED', 'REFUSED')),
  decision_reason text check (char_length(decision_reason) between 1 and 2000),
  decided_by uuid,
  decided_at timestamptz,
  paper_number text check (char_length(paper_number) between 1 and 60),
  paper_on date,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  foreign key (programme_id, version) references programme.version,
  check (decided_by is null or decided_by <> proposed_by),
  constraint programme_act_decided check ((outcome is null) = (decided_at is null)
    and (decided_by is null) = (outcome is null or imported)),
  check (outcome is distinct from 'ACCEPTED' or (paper_number is not null and paper_on is not null))
);
create unique index programme_act_pending on programme.act (programme_id)
  where outcome is null;
create index programme_act_programme on programme.act (programme_id, id);

-- What was done, with counts of who came and never who. A correction is another version.
create table programme.activity (
  id uuid not null,
  version int not null check (version >= 1),
  programme_id uuid not null references programme.programme,
  -- Of a programme that lies in several communes, in whose part it was done: that part's own
  -- assessment closes the year for it. Null is the part of the commune that keeps the programme.
  commune_id uuid,
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
  on programme.activity (programme_id, on_day desc, id);

-- The assessment of a year by one person, confirmed or returned by another.
create table programme.assessment (
  id uuid primary key,
  programme_id uuid not null references programme.programme,
  -- Of a programme that lies in several communes each assesses its own part: the commune whose part
  -- it is; null is that of the commune that keeps the programme, wherever it lies today.
  commune_id uuid,
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
  foreign key (programme_id, version) references programme.version,
  check (decided_by is null or decided_by <> made_by),
  check ((state = 'SENT') = (decided_by is null) and (state = 'SENT') = (decided_at is null)),
  check (state <> 'RETURNED' or decision_reason is not null)
);
create unique index programme_assessment_year on programme.assessment (programme_id, year)
  where state <> 'RETURNED' and commune_id is null;
create unique index programme_assessment_part_year
  on programme.assessment (programme_id, year, commune_id)
  where state <> 'RETURNED' and commune_id is not null;

create table programme.answer (
  assessment_id uuid not null references programme.assessment,
  position int not null,
  result text not null check (result in ('MET', 'NOT_MET', 'NOT_APPLICABLE')),
  words text check (char_length(words) between 1 and 1000),
  primary key (assessment_id, position)
);

-- A number of an area and a quarter that somebody took from somewhere, such as the statistics of the
-- police. A correction is another row, and the one before it stays; a number that was entered wrongly
-- is withdrawn by a row without one. Why it was replaced stands with what replaces it.
create table programme.indicator_value (
  id uuid primary key,
  area_id uuid not null,
  indicator text not null,
  year int not null check (year between 2000 and 2199),
  quarter int not null check (quarter between 1 and 4),
  value int check (value between 0 and 100000),
  -- Whether a source changed is a question of its kind, and not of how a report is called.
  source_kind text not null check (source_kind in ('POLICE', 'COMMITTEE', 'COURT', 'SURVEY', 'OTHER')),
  source text not null check (char_length(source) between 1 and 200),
  reason text check (char_length(reason) between 1 and 500),
  entered_by uuid not null,
  entered_at timestamptz not null,
  replaced_by uuid references programme.indicator_value deferrable initially deferred,
  check (value is not null or reason is not null),
  check (replaced_by <> id)
);
create unique index programme_indicator_value_one
  on programme.indicator_value (area_id, indicator, year, quarter)
  where replaced_by is null;
