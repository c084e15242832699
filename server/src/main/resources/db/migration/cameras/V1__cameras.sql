-- The camera register holds every camera: connected ones, which are recorded here, and those of the
-- community, whose owners are asked. A camera is never deleted: it is retired, since its footage
-- stays.
create table cameras.camera (
  id uuid primary key,
  code text not null unique,
  name text not null,
  -- The number under which the list that a camera came from knows it.
  reference text,
  -- Code, name and reference as platform.folded writes them.
  search_text text not null,
  area_id uuid not null,
  kind text not null check (kind in ('CONNECTED', 'COMMUNITY')),
  owner_kind text not null check (owner_kind in
    ('POLICE', 'AUTHORITY', 'SCHOOL', 'BUSINESS', 'HOUSEHOLD', 'RESIDENTIAL_GROUP', 'OTHER')),
  -- What the newest statement in cameras.consent says; kept with it in one transaction.
  consent text not null check (consent in ('NONE', 'GIVEN', 'WITHDRAWN')),
  consent_until date,
  address text,
  username text,
  -- AES-256-GCM under the installation's camera key; never leaves the server.
  password_cipher bytea,
  simulated boolean not null,
  recording boolean not null,
  keep_days integer not null check (keep_days between 1 and 3650),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  direction_degrees integer check (direction_degrees between 0 and 359),
  angle_degrees integer check (angle_degrees between 1 and 360),
  range_metres integer check (range_metres between 1 and 2000),
  -- Degrees of longitude and latitude around everything the camera may see: a square about the circle
  -- of its range, or of the range assumed where none is known (Camera.Place.ASSUMED_RANGE_METRES).
  -- The divisors are the least metres that a degree has on WGS 84, so the square is never too small.
  view_box box generated always as (
    box(
      point(
        longitude - coalesce(range_metres, 50) / (111319.0 * greatest(cos(radians(latitude)), 0.01)),
        latitude - coalesce(range_metres, 50) / 110574.0),
      point(
        longitude + coalesce(range_metres, 50) / (111319.0 * greatest(cos(radians(latitude)), 0.01)),
        latitude + coalesce(range_metres, 50) / 110574.0))) stored,
  created_at timestamptz not null,
  retired_at timestamptz,
  check ((latitude is null) = (longitude is null)),
  constraint address_of_connected check ((kind = 'CONNECTED') = (address is not null)),
  constraint only_connected_record check (kind = 'CONNECTED' or not recording),
  constraint withdrawn_does_not_record check (consent <> 'WITHDRAWN' or not recording)
);
create index camera_area on cameras.camera (area_id);
create unique index camera_reference on cameras.camera (area_id, reference);
create index camera_view on cameras.camera using gist (view_box)
  where retired_at is null and consent <> 'WITHDRAWN';
create index camera_search on cameras.camera using gin ((' ' || search_text) public.gin_trgm_ops);
-- Lists of cameras are in the order of their codes, CAM-9999 before CAM-10000. Few of a province's
-- cameras are connected, and fewer should be recorded, so these have an order of their own; it holds
-- what the pages that are open count every few seconds.
create index camera_listed on cameras.camera (char_length(code), code);
create index camera_connected on cameras.camera (char_length(code), code)
  include (area_id, recording, retired_at) where kind = 'CONNECTED';
create index camera_wanted on cameras.camera (char_length(code), code)
  where recording and retired_at is null;
-- The public page says for how many days recordings are kept, and anybody may ask for it.
create index camera_keep_days on cameras.camera (keep_days) where kind = 'CONNECTED';

-- When recording of a connected camera was switched on and off, and by whom; rows are only added.
-- A camera that is added and not recorded has none until it is switched on.
create table cameras.recording_switch (
  camera_id uuid not null references cameras.camera,
  at timestamptz not null,
  state text not null check (state in ('ON', 'OFF', 'RETIRED')),
  -- Null when the server itself did it.
  by uuid,
  primary key (camera_id, at)
);

-- How to reach a camera's owner, encrypted under the key owner.key; a row only while it is needed.
create table cameras.owner_contact (
  camera_id uuid primary key references cameras.camera,
  contact_cipher bytea not null
);

-- What owners stated about their cameras; rows are only added. The newest one counts.
create table cameras.consent (
  id uuid primary key,
  camera_id uuid not null references cameras.camera,
  statement text not null check (statement in ('GIVEN', 'WITHDRAWN')),
  form text not null check (form in ('PAPER', 'ELECTRONIC', 'RECORDED_CALL')),
  stated_on date not null,
  -- The last day on which a consent counts; null: until withdrawn.
  until_on date,
  -- Where the document is kept.
  document text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (until_on is null or (statement = 'GIVEN' and until_on >= stated_on))
);
create index consent_camera on cameras.consent (camera_id, id);

-- That a sign at a camera says that one is recorded; a row while it is there.
create table cameras.sign (
  camera_id uuid primary key references cameras.camera,
  put_up_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null
);
