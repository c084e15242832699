-- Legal measures. Whom one is about, on which paper it rests, where they live, what changed it and
-- what was done is one encrypted value; nothing of it is in a column, so nothing can be searched by
-- it. There is no measure without an end date.
create table community.measure (
  id uuid primary key,
  -- Drawn: in a series, gaps would tell how many others there are.
  code text not null unique,
  kind text not null check (kind in ('COMMUNE_EDUCATION', 'FAMILY_SUPERVISION',
    'SUSPENDED_SENTENCE', 'NON_CUSTODIAL_REFORM', 'PROBATION', 'RETURN_TO_COMMUNITY',
    'AFTER_REHABILITATION', 'JUVENILE_COMMUNITY')),
  commune_id uuid not null,
  minor boolean not null,
  state text not null check (state in ('WAITING', 'IN_FORCE', 'SUSPENDED', 'SEALED', 'REFUSED', 'LAPSED')),
  from_on date not null,
  until_on date not null,
  -- The last day that the law or the site's settings let it have.
  longest_on date not null,
  -- Whether an extension waits for somebody else's confirmation.
  extension_waits boolean not null default false,
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
  check (not extension_waits or state in ('IN_FORCE', 'SUSPENDED')),
  check ((content_cipher is null) = (erased_at is not null)),
  -- What was not confirmed is not kept.
  check (state not in ('REFUSED', 'LAPSED') or erased_at is not null),
  check (erased_at is null or state in ('SEALED', 'REFUSED', 'LAPSED')),
  -- Nobody may open it again, so it is not kept either.
  check (not (minor and state = 'SEALED') or erased_at is not null)
);
create index measure_keeper on community.measure (keeper_id, until_on, id);
create index measure_waiting on community.measure (commune_id, id) where state = 'WAITING' or extension_waits;
create index measure_end on community.measure (until_on) where erased_at is null;
create index measure_commune on community.measure (commune_id, from_on);

-- Who helps, by an account, or as a member of a team, or both; deleted with the content.
create table community.measure_helper (
  id uuid primary key,
  measure_id uuid not null references community.measure,
  person_id uuid,
  member_id uuid references community.member,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  ended_at timestamptz,
  cause text check (cause in ('KIN', 'OWN_WISH', 'NO_LONGER_NEEDED')),
  check (person_id is not null or member_id is not null),
  check ((ended_at is null) = (cause is null))
);
create index measure_helper_of on community.measure_helper (measure_id);
create unique index measure_helper_person on community.measure_helper (measure_id, person_id) where ended_at is null;
create unique index measure_helper_member on community.measure_helper (measure_id, member_id) where ended_at is null;
create index measure_helper_own on community.measure_helper (person_id) where ended_at is null;

-- What happened with a measure and who did it; deleted with the content.
create table community.measure_step (
  seq bigint generated always as identity primary key,
  measure_id uuid not null references community.measure,
  at timestamptz not null,
  what text not null,
  by uuid not null
);
create index measure_step_of on community.measure_step (measure_id, seq);
