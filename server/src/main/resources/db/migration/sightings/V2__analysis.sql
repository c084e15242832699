-- The built-in analyser is a source, too. It has no key, nobody added it, and it stays.
alter table sightings.source
  add column kind text not null default 'HTTP' check (kind in ('HTTP', 'BUILT_IN')),
  alter column key_hash drop not null,
  alter column added_by drop not null,
  add check (kind = 'BUILT_IN' or (key_hash is not null and added_by is not null)),
  add check (kind = 'HTTP' or (key_hash is null and revoked_at is null));
create unique index source_built_in on sightings.source (kind) where kind = 'BUILT_IN';
insert into sightings.source (id, kind, name, added_at)
values ('0192a000-0000-7000-8000-000000000001', 'BUILT_IN', 'An Bình', now());

alter table sightings.pass
  -- Why its readings cannot be relied on; null where they can.
  add column weakness text,
  -- Why it is said to be of its class; null where nobody says.
  add column class_reason text,
  -- Of the ground of its plate; null where nobody could tell it.
  add column plate_colour text;

-- Cameras whose footage is analysed, or was.
create table sightings.analysed_camera (
  camera_id uuid primary key,
  switched_on boolean not null,
  switched_at timestamptz not null,
  -- When the last segment that was dealt with began, and until when all is dealt with.
  last_start timestamptz not null,
  analysed_until timestamptz not null,
  -- Whether that segment was analysed, so that what it shows can be followed from there.
  followed boolean not null default false,
  -- How many texts were no plates: clocks, names, signs.
  lettering bigint not null default 0
);

-- Recorded time that was not analysed, with its reason.
create table sightings.not_analysed (
  camera_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null check (reason in ('LAG', 'FAILED', 'CRASHED')),
  primary key (camera_id, from_at),
  check (from_at <= to_at)
);
create index not_analysed_to_at on sightings.not_analysed (to_at);
