-- Drills and training of teams of a commune: planned, then held with who was there, or called off.
create table community.drill (
  id uuid primary key,
  commune_id uuid not null,
  kind text not null check (kind in ('TRAINING', 'DRILL', 'CONTEST')),
  subject text not null check (char_length(subject) between 1 and 300),
  place text check (char_length(place) between 1 and 300),
  on_day date not null,
  minutes int not null check (minutes between 15 and 4320),
  teams uuid[] not null,
  state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
  reason text check (char_length(reason) between 1 and 1000),
  planned_by uuid not null,
  planned_at timestamptz not null,
  ended_by uuid,
  ended_at timestamptz,
  check ((state = 'PLANNED') = (ended_at is null)),
  check ((ended_at is null) = (ended_by is null)),
  check ((state = 'CANCELLED') = (reason is not null))
);
create index drill_commune on community.drill (commune_id, on_day desc, id desc);

-- Who was there, and whether they passed where there was a test.
create table community.drill_attendance (
  drill_id uuid not null references community.drill,
  member_id uuid not null references community.member,
  outcome text not null check (outcome in ('ATTENDED', 'PASSED', 'NOT_PASSED', 'ABSENT')),
  primary key (drill_id, member_id)
);
create index drill_attendance_member on community.drill_attendance (member_id);

-- A turn of a month's plan.
create table community.patrol_shift (
  id uuid primary key,
  team_id uuid not null references community.team,
  on_day date not null,
  starts time not null,
  minutes int not null check (minutes between 15 and 720),
  route text not null check (char_length(route) between 1 and 500),
  members uuid[] not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  cancelled_by uuid,
  cancelled_at timestamptz,
  cancelled_reason text check (char_length(cancelled_reason) between 1 and 500),
  check ((cancelled_at is null) = (cancelled_by is null)),
  check ((cancelled_at is null) = (cancelled_reason is null))
);
create index patrol_shift_team on community.patrol_shift (team_id, on_day);

-- A patrol that was done. Its identifier is the sender's, so that what is sent twice is there once.
create table community.patrol (
  id uuid primary key,
  team_id uuid not null references community.team,
  shift_id uuid references community.patrol_shift,
  -- Written down more than a day after its end.
  late boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  erased_at timestamptz
);
create unique index patrol_of_shift on community.patrol (shift_id) where shift_id is not null;
create index patrol_team on community.patrol (team_id, id desc);

-- What is said of a patrol: the last version counts, and the others stay. Only added to, until its
-- words are erased.
create table community.patrol_version (
  patrol_id uuid not null references community.patrol,
  version int not null check (version > 0),
  started_at timestamptz not null,
  ended_at timestamptz not null,
  members uuid[] not null,
  words_cipher bytea,
  reason_cipher bytea,
  by_id uuid not null,
  at timestamptz not null,
  primary key (patrol_id, version),
  check (ended_at > started_at)
);
create index patrol_version_started on community.patrol_version (started_at);

-- A leaving that was noted by mistake was taken back, until the day after which nobody may.
alter table community.member add column left_at timestamptz;
