-- Systems that send sightings by HTTP.
create table sightings.source (
  id uuid primary key,
  name text not null,
  -- SHA-256 of the key that it shows in each call; the key itself is nowhere.
  key_hash bytea not null unique,
  added_by uuid not null,
  added_at timestamptz not null,
  revoked_at timestamptz
);
create unique index source_name on sightings.source (lower(name)) where revoked_at is null;

-- The position of the last pass that was stored. Whoever stores passes locks the row, so that
-- positions become visible in their order, and a reader who has seen one has seen all before it.
create table sightings.stream (
  single boolean primary key default true check (single),
  last_position bigint not null
);
insert into sightings.stream (last_position) values (0);

-- One pass of a vehicle or a person before a camera. It is searched in an index, never here.
create table sightings.pass (
  position bigint primary key,
  source_id uuid not null references sightings.source,
  -- What its source calls it.
  source_key text not null,
  camera_id uuid not null,
  -- Where the camera stood when the pass was stored.
  area_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  -- When the picture was taken from which its plate was read.
  best_at timestamptz not null,
  object_class text,
  colours text[] not null,
  direction text,
  -- JSON: what the plate was read as, the surest first.
  readings text not null,
  -- What read it, and its version.
  model text not null,
  -- JPEG of the plate, out of the very picture that was read.
  plate_picture bytea,
  unique (source_id, source_key),
  check (from_at <= best_at and best_at <= to_at)
);
create index pass_best_at on sightings.pass (best_at);
