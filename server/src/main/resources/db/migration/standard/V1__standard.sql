-- What the law says of the yearly standard "safe in security and order" for one kind of unit, from
-- one year to another: who decides and by when. Never changed; a later circular adds rows and ends
-- these by `to_year`.
create table standard.version (
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
create table standard.criterion (
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

-- What the Circular binds by a number beside the shares of criteria themselves (`percent`), and what
-- it asks for only where there is such a thing ("nếu có"), each with its article and its words.
create table standard.threshold (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  criterion text not null,
  code text not null
    check (code in ('ALL_REGISTERED', 'ALL_BRIEFED', 'UNITS_REGISTERED', 'PROGRAMMES_RUNNING')),
  percent int check (percent between 1 and 100),
  at_least int check (at_least > 0),
  article text not null,
  phrase text not null,
  primary key (kind, criterion, code),
  check ((percent is null) <> (at_least is null))
);

-- Where the Circular asks for something only where there is such a thing. WHOLE: without it the
-- criterion does not apply; NUMBERS: its share is not asked for; PART: some of it does not apply.
create table standard.condition (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  criterion text not null,
  code text not null
    check (code in ('PARTY_ORGANISATION', 'POLICE_COORDINATION', 'PARENTS', 'GUARDS', 'TITLES')),
  scope text not null check (scope in ('WHOLE', 'NUMBERS', 'PART')),
  article text not null,
  phrase text not null,
  primary key (kind, criterion, code)
);

-- What a unit registers with (article 9.2 a). Conditional: only where there is a party organisation.
create table standard.document (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  code text not null check (code in ('RESOLUTION', 'PLAN')),
  conditional boolean not null,
  article text not null,
  phrase text not null,
  primary key (kind, code)
);

-- Who is to come to the meeting that assesses (article 9.1), beside whoever chairs it; conditional:
-- where there is such a body. Of a commune the standing body assesses, and nobody else is named.
create table standard.participant (
  kind text not null
    check (kind in ('RESIDENTIAL_AREA', 'COMMUNE', 'AGENCY', 'ENTERPRISE', 'SCHOOL')),
  code text not null
    check (code in ('PARTY_ORGANISATION', 'FRONT', 'MASS_ORGANISATIONS', 'GUARDS', 'POLICE',
      'SUPERIOR')),
  ordinal int not null,
  conditional boolean not null,
  article text not null,
  phrase text not null,
  primary key (kind, code)
);

-- One unit in one year, from its registration on.
create table standard.assessment (
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
  -- Whether there is a party organisation, so that there is to be its resolution.
  party_organisation boolean not null default true,
  plan_number text check (char_length(plan_number) between 1 and 80),
  plan_on date,
  state text not null
    check (state in ('REGISTERED', 'SELF_ASSESSED', 'APPRAISED', 'DECIDED', 'CERTIFIED', 'REVOKED')),
  outcome text check (outcome in ('MET', 'NOT_MET')),
  -- How often it was assessed: each return begins another one.
  round int not null default 1,
  unique (area_id, year),
  check (registered = registrable),
  check ((plan_number is null) = (plan_on is null)),
  check ((outcome is null) = (state in ('REGISTERED', 'SELF_ASSESSED', 'APPRAISED'))),
  check (state not in ('CERTIFIED', 'REVOKED') or outcome = 'MET')
);
create index standard_assessment_year on standard.assessment (year);

-- What was done with an assessment, in the order of time. Only added to.
create table standard.step (
  id uuid primary key,
  assessment_id uuid not null references standard.assessment,
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
create index standard_step_assessment on standard.step (assessment_id, id);

-- The minutes of a meeting that assessed; who chaired it is encrypted.
create table standard.minutes (
  step_id uuid primary key references standard.step,
  held_on date not null,
  chair_cipher bytea not null,
  households int not null check (households >= 0),
  attended int not null check (attended between 0 and households),
  organisations int not null check (organisations >= 0),
  -- Which bodies came to the meeting, and which do not exist there.
  came text[] not null default '{}',
  nonexistent text[] not null default '{}',
  votes_for int not null check (votes_for >= 0),
  votes_against int not null check (votes_against >= 0)
);

-- What stood against a decision that the standard is met, as it was counted when that was decided,
-- and why it was decided all the same. Only added to.
create table standard.exception (
  step_id uuid not null references standard.step,
  criterion text not null,
  code text not null,
  -- What was counted or said, and what it is held against.
  number bigint not null,
  against bigint,
  reason text not null check (char_length(reason) between 10 and 1000),
  primary key (step_id, criterion, code)
);

-- Versions of the answer to a criterion: the last one counts. Only added to.
create table standard.answer (
  assessment_id uuid not null references standard.assessment,
  criterion text not null,
  version int not null check (version > 0),
  round int not null,
  -- Whether who appraised changed it.
  appraisal boolean not null,
  met boolean,
  -- This year's number, and the one it is held against: last year's, or of how many.
  number int check (number >= 0),
  against int check (against >= 0),
  -- Codes of the conditions of which the answer says that there is no such thing.
  absent text[] not null default '{}',
  reason text,
  by_id uuid not null,
  at timestamptz not null,
  primary key (assessment_id, criterion, version)
);

-- What who appraises says of the answer to a criterion: the last one of a round counts. Only added
-- to.
create table standard.review (
  id uuid primary key,
  assessment_id uuid not null references standard.assessment,
  criterion text not null,
  round int not null,
  outcome text not null check (outcome in ('ACCEPTED', 'ASKED', 'CHANGED')),
  reason text,
  by_id uuid not null,
  at timestamptz not null,
  check (outcome = 'ACCEPTED' or reason is not null)
);
create index standard_review_assessment on standard.review (assessment_id, id);

-- A document that speaks for an answer, by its name and number; the paper itself lies elsewhere.
create table standard.evidence (
  id uuid primary key,
  assessment_id uuid not null references standard.assessment,
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
create index standard_evidence_assessment on standard.evidence (assessment_id, id);

-- A unit that the circular does not cover in a year (article 1), so that it counts with none.
create table standard.exemption (
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
create unique index standard_exemption_unit on standard.exemption (area_id, year)
  where withdrawn_at is null;

-- Results of the yearly standard from before this program kept them.
create table standard.past_result (
  id uuid primary key,
  area_id uuid not null,
  year int not null check (year between 2012 and 2199),
  outcome text not null check (outcome in ('MET', 'NOT_MET')),
  decision text check (char_length(decision) between 1 and 60),
  decided_on date,
  certificate text check (char_length(certificate) between 1 and 60),
  imported_by uuid not null,
  imported_at timestamptz not null,
  imported_event uuid not null,
  unique (area_id, year),
  check (outcome = 'NOT_MET' or (decision is not null and decided_on is not null)),
  check (outcome = 'MET' or certificate is null)
);
