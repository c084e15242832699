-- What the law says of the yearly standard "safe in security and order" for one kind of unit, from
-- one year to another: who decides and by when. Never changed; a later circular adds rows and ends
-- these by `to_year`.
create table community.standard_version (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  from_year int not null check (from_year between 2000 and 2199),
  to_year int check (to_year >= from_year),
  law text not null,
  article text not null,
  -- Days of a year as Java's MonthDay writes them: the first in the year before, the others in it.
  period_from text not null,
  period_to text not null,
  register_until text not null,
  -- The decision is to be there before this day.
  decide_before text not null,
  -- The level whose standing body appraises and whose chair decides.
  authority text not null check (authority in ('COMMUNE', 'PROVINCE')),
  primary key (kind, from_year),
  check (period_from ~ '^--\d\d-\d\d$' and period_to ~ '^--\d\d-\d\d$'
    and register_until ~ '^--\d\d-\d\d$' and decide_before ~ '^--\d\d-\d\d$')
);

-- What has to be met, in the law's words; a province may add to it (article 8.1). What is in it is
-- never changed but for its last year, so that assessments of past years mean what they meant.
create table community.standard_criterion (
  id uuid primary key,
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  code text not null check (code ~ '^[0-9A-Z]{1,4}([.][0-9a-zđ]{1,3}){1,3}$'),
  -- Those of the law before those of a province, each in the order in which they stand there.
  ordinal int not null,
  from_year int not null check (from_year between 2000 and 2199),
  -- The year before `from_year` where it never began.
  to_year int check (to_year >= from_year - 1),
  answer text not null check (answer in ('JUDGMENT', 'LAST_YEAR', 'SHARE')),
  -- Of a share: how many of a hundred are needed.
  percent int check (percent between 1 and 100),
  law text not null check (char_length(law) between 1 and 200),
  vi text not null check (char_length(vi) between 1 and 1500),
  en text not null check (char_length(en) between 1 and 1500),
  ar text not null check (char_length(ar) between 1 and 1500),
  -- Null: the circular itself.
  added_by uuid,
  added_at timestamptz,
  unique (kind, code, from_year),
  check ((answer = 'SHARE') = (percent is not null)),
  check ((added_by is null) = (added_at is null))
);

-- One unit in one year, from its registration on.
create table community.standard_assessment (
  id uuid primary key,
  code text not null unique,
  area_id uuid not null,
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  year int not null,
  -- Who appraises and decides is of this area; null: of the whole site.
  authority_id uuid,
  -- Households, or those who work or learn there; a commune has none of its own.
  registered int check (registered > 0),
  registrable int check (registrable > 0),
  state text not null
    check (state in ('REGISTERED', 'SELF_ASSESSED', 'APPRAISED', 'DECIDED', 'CERTIFIED', 'REVOKED')),
  outcome text check (outcome in ('MET', 'NOT_MET')),
  -- How often it was assessed: each return begins another one.
  round int not null default 1,
  unique (area_id, year),
  check (registered = registrable),
  check ((outcome is null) = (state in ('REGISTERED', 'SELF_ASSESSED', 'APPRAISED'))),
  check (state not in ('CERTIFIED', 'REVOKED') or outcome = 'MET')
);
create index standard_assessment_year on community.standard_assessment (year);

-- What was done with an assessment, in the order of time. Only added to.
create table community.standard_step (
  id uuid primary key,
  assessment_id uuid not null references community.standard_assessment,
  kind text not null
    check (kind in ('REGISTERED', 'SELF_ASSESSED', 'RETURNED', 'APPRAISED', 'DECIDED', 'CERTIFIED',
      'REVOKED')),
  round int not null,
  -- What is proposed or decided.
  outcome text check (outcome in ('MET', 'NOT_MET')),
  -- Of a paper: the resolution, the decision, the certificate.
  number text,
  on_day date,
  words text,
  -- Needed for what comes after its last day.
  late_reason text,
  by_id uuid not null,
  at timestamptz not null
);
create index standard_step_assessment on community.standard_step (assessment_id, id);

-- The minutes of a meeting that assessed; who chaired it is encrypted.
create table community.standard_minutes (
  step_id uuid primary key references community.standard_step,
  held_on date not null,
  chair_cipher bytea not null,
  households int not null check (households >= 0),
  attended int not null check (attended between 0 and households),
  organisations int not null check (organisations >= 0),
  votes_for int not null check (votes_for >= 0),
  votes_against int not null check (votes_against >= 0)
);

-- Versions of the answer to a criterion: the last one counts. Only added to.
create table community.standard_answer (
  assessment_id uuid not null references community.standard_assessment,
  criterion text not null,
  version int not null check (version > 0),
  round int not null,
  -- Whether who appraised changed it.
  appraisal boolean not null,
  met boolean,
  -- This year's number, and the one it is held against: last year's, or of how many.
  number int check (number >= 0),
  against int check (against >= 0),
  reason text,
  by_id uuid not null,
  at timestamptz not null,
  primary key (assessment_id, criterion, version)
);

-- What who appraises says of the answer to a criterion: the last one of a round counts. Only added
-- to.
create table community.standard_review (
  id uuid primary key,
  assessment_id uuid not null references community.standard_assessment,
  criterion text not null,
  round int not null,
  outcome text not null check (outcome in ('ACCEPTED', 'ASKED', 'CHANGED')),
  reason text,
  by_id uuid not null,
  at timestamptz not null,
  check (outcome = 'ACCEPTED' or reason is not null)
);
create index standard_review_assessment on community.standard_review (assessment_id, id);

-- A document that speaks for an answer, by its name and number; the paper itself lies elsewhere.
create table community.standard_evidence (
  id uuid primary key,
  assessment_id uuid not null references community.standard_assessment,
  criterion text not null,
  title text not null check (char_length(title) between 1 and 200),
  number text,
  -- The day that it speaks for, which is not the one on which it was entered.
  speaks_for date not null,
  -- The one of the year before that somebody said is still valid.
  renews uuid,
  by_id uuid not null,
  at timestamptz not null,
  withdrawn_reason text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index standard_evidence_assessment on community.standard_evidence (assessment_id, id);

-- A unit that the circular does not cover in a year (article 1), so that it counts with none.
create table community.standard_exemption (
  id uuid primary key,
  area_id uuid not null,
  year int not null,
  ground text not null
    check (ground in ('ARMED_FORCES', 'SMALL_ENTERPRISE', 'PRIMARY_OR_NURSERY', 'HIGHER_AUTHORITY')),
  reason text not null,
  by_id uuid not null,
  at timestamptz not null,
  withdrawn_reason text,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create unique index standard_exemption_unit on community.standard_exemption (area_id, year)
  where withdrawn_at is null;
