-- What the law says of each kind of legal measure from a day on. Of two rules of a kind the later one
-- holds. Only added to.
create table measure.rule (
  id uuid primary key,
  kind text not null check (kind in ('COMMUNE_EDUCATION', 'FAMILY_SUPERVISION',
    'SUSPENDED_SENTENCE', 'NON_CUSTODIAL_REFORM', 'PROBATION', 'RETURN_TO_COMMUNITY',
    'AFTER_REHABILITATION', 'JUVENILE_COMMUNITY')),
  from_on date not null,
  law text not null check (char_length(law) between 1 and 300),
  decided_by text not null
    check (decided_by in ('COMMUNE_CHAIR', 'COURT', 'PRISON', 'PROCEEDINGS_BODY')),
  -- Null: as long as the decision says.
  longest_months int check (longest_months between 1 and 240),
  -- Of a minor, where that is not as long as an adult's.
  longest_months_minor int check (longest_months_minor between 1 and 240),
  minors text not null check (minors in ('NONE', 'POSSIBLE', 'ONLY')),
  publishing text not null
    check (publishing in ('FORBIDDEN', 'FORBIDDEN_OF_MINORS', 'NOT_FORBIDDEN')),
  -- Whether somebody compared it with the text of the law.
  checked boolean not null,
  added_by uuid,
  added_at timestamptz,
  check ((added_by is null) = (added_at is null)),
  check (minors <> 'NONE' or longest_months_minor is null)
);

-- None of these texts could be read here: each is to be compared with the law before it is relied
-- on, and says so. Where a law names no length, that of the program is short: nobody is kept by name
-- for longer because nobody read it. Longer needs a rule that somebody compared.
insert into measure.rule
  (id, kind, from_on, law, decided_by, longest_months, longest_months_minor, minors, publishing, checked)
values
  ('01900000-0000-7000-8000-000000120001', 'COMMUNE_EDUCATION', '2022-01-01', 'Luật Xử lý vi phạm hành chính; Nghị định 120/2021/NĐ-CP', 'COMMUNE_CHAIR', 6, null, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120002', 'FAMILY_SUPERVISION', '2022-01-01', 'Luật Xử lý vi phạm hành chính (quản lý tại gia đình); Nghị định 120/2021/NĐ-CP', 'COMMUNE_CHAIR', 6, null, 'ONLY', 'FORBIDDEN', false),
  ('01900000-0000-7000-8000-000000120003', 'SUSPENDED_SENTENCE', '2020-01-01', 'Bộ luật Hình sự; Luật Thi hành án hình sự', 'COURT', 60, null, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120004', 'NON_CUSTODIAL_REFORM', '2020-01-01', 'Bộ luật Hình sự; Luật Thi hành án hình sự', 'COURT', 36, 18, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120005', 'PROBATION', '2020-01-01', 'Luật Thi hành án hình sự (tha tù trước thời hạn có điều kiện)', 'COURT', 24, 24, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120006', 'RETURN_TO_COMMUNITY', '2020-06-01', 'Luật Thi hành án hình sự; Nghị định 49/2020/NĐ-CP', 'PRISON', 24, 12, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120007', 'AFTER_REHABILITATION', '2022-01-01', 'Luật Phòng, chống ma túy 2021; Nghị định 116/2021/NĐ-CP', 'COMMUNE_CHAIR', 24, 12, 'POSSIBLE', 'FORBIDDEN_OF_MINORS', false),
  ('01900000-0000-7000-8000-000000120008', 'JUVENILE_COMMUNITY', '2026-01-01', 'Luật Tư pháp người chưa thành niên 59/2024/QH15', 'PROCEEDINGS_BODY', 24, null, 'ONLY', 'FORBIDDEN', false);

-- Legal measures. Whom one is about, on which paper it rests, where they live, what changed it and
-- what was done is one encrypted value; nothing of it is in a column, so nothing can be searched by
-- it. There is no measure without an end date.
create table measure.measure (
  id uuid primary key,
  -- Drawn: in a series, gaps would tell how many others there are.
  code text not null unique,
  kind text not null check (kind in ('COMMUNE_EDUCATION', 'FAMILY_SUPERVISION',
    'SUSPENDED_SENTENCE', 'NON_CUSTODIAL_REFORM', 'PROBATION', 'RETURN_TO_COMMUNITY',
    'AFTER_REHABILITATION', 'JUVENILE_COMMUNITY')),
  commune_id uuid not null,
  minor boolean not null,
  -- The rule that it was held to, so that a later one changes nothing of it.
  rule_id uuid references measure.rule,
  state text not null
    check (state in ('WAITING', 'IN_FORCE', 'SUSPENDED', 'SEALED', 'REFUSED', 'LAPSED')),
  from_on date not null,
  until_on date not null,
  -- The last day that the law or the site's settings let it have.
  longest_on date not null,
  -- Whether a paper that moves the end date waits for the chair. One that ends the measure earlier
  -- holds by itself unless the chair objects in time; an extension lapses.
  waits boolean not null default false,
  waiting_since timestamptz,
  -- The day on which the paper ends it; null of an extension.
  waiting_until date,
  -- How often it was changed: who confirms names what they saw.
  version int not null default 1 check (version > 0),
  keeper_id uuid not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  -- The day of the next task.
  next_on date,
  sealed_at timestamptz,
  content_cipher bytea,
  erased_at timestamptz,
  unique (id, minor),
  check (until_on >= from_on),
  check (until_on <= longest_on),
  check (confirmed_by is null or confirmed_by <> recorded_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((state in ('IN_FORCE', 'SUSPENDED', 'SEALED')) = (confirmed_by is not null)),
  check ((state = 'SEALED') = (sealed_at is not null)),
  check (not waits or state in ('IN_FORCE', 'SUSPENDED')),
  check (waits = (waiting_since is not null)),
  check (waiting_until is null or waits),
  check ((content_cipher is null) = (erased_at is not null)),
  -- What was not confirmed is not kept.
  check (state not in ('REFUSED', 'LAPSED') or erased_at is not null),
  check (erased_at is null or state in ('SEALED', 'REFUSED', 'LAPSED')),
  -- Nobody may open it again, so it is not kept either.
  check (not (minor and state = 'SEALED') or erased_at is not null)
);
create index measure_keeper on measure.measure (keeper_id, until_on, id);
create index measure_waiting on measure.measure (commune_id, id)
  where state = 'WAITING' or waits;
create index measure_waiting_since on measure.measure (waiting_since) where waits;
create index measure_end on measure.measure (until_on) where erased_at is null;
create index measure_commune on measure.measure (commune_id, from_on);

-- Who helps, by an account, or as a member of a team, or both; deleted with the content.
create table measure.helper (
  id uuid primary key,
  measure_id uuid not null references measure.measure,
  person_id uuid,
  member_id uuid references team.member,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  ended_at timestamptz,
  cause text check (cause in ('KIN', 'OWN_WISH', 'NO_LONGER_NEEDED')),
  check (person_id is not null or member_id is not null),
  check ((ended_at is null) = (cause is null))
);
create index measure_helper_of on measure.helper (measure_id);
create unique index measure_helper_person on measure.helper (measure_id, person_id)
  where ended_at is null;
create unique index measure_helper_member on measure.helper (measure_id, member_id)
  where ended_at is null;
create index measure_helper_own on measure.helper (person_id) where ended_at is null;

-- What happened with a measure and who did it; deleted with the content.
create table measure.step (
  seq bigint generated always as identity primary key,
  measure_id uuid not null references measure.measure,
  at timestamptz not null,
  what text not null,
  -- Null of what the server did because nobody answered.
  by uuid
);
create index measure_step_of on measure.step (measure_id, seq);

-- A sealed measure that an officer of the police asks to be opened and the chair signs, for an hour;
-- never of a minor. The reason is encrypted and deleted with the content; that there was one is
-- counted for good.
create table measure.opening (
  id uuid primary key,
  measure_id uuid not null,
  minor boolean not null default false check (not minor),
  commune_id uuid not null,
  reason_cipher bytea,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid check (answered_by <> asked_by),
  answered_at timestamptz,
  signed boolean,
  until timestamptz,
  foreign key (measure_id, minor) references measure.measure (id, minor),
  check (num_nonnulls(answered_by, answered_at, signed) in (0, 3)),
  check (coalesce(signed, false) = (until is not null))
);
create index measure_opening_of on measure.opening (measure_id);
create index measure_opening_waiting on measure.opening (commune_id, id)
  where answered_by is null;
create index measure_opening_asked on measure.opening (asked_by, id);

-- Certificates of what was erased of legal measures, until the log has them: of no measure by name,
-- and of a minor's for as long as an adult's would have been kept. An entry of the log at the
-- erasure itself would tell everybody who reads the log when a measure ended, and whose was a child's.
create table measure.certificate (
  -- Of the encrypted content.
  sha256 bytea primary key check (octet_length(sha256) = 32),
  -- The day on which an adult's would have been erased; the log has it in the month after.
  due_on date not null
);
create index measure_certificate_due on measure.certificate (due_on);

-- What is left of measures that are erased: by commune, kind and month how many began, ended, and how
-- often sealed ones were opened. Beginning and end of one are not joined any more.
create table measure.monthly_count (
  commune_id uuid not null,
  kind text not null,
  month date not null check (extract(day from month) = 1),
  begun int not null check (begun >= 0),
  ended int not null check (ended >= 0),
  opened int not null check (opened >= 0),
  primary key (commune_id, kind, month)
);
