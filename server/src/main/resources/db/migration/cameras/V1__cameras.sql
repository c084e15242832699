-- The camera register. A camera is never deleted: it is retired, since its footage stays.
create table cameras.camera (
  id uuid primary key,
  code text not null unique,
  name text not null,
  area_id uuid not null,
  address text not null,
  username text,
  -- AES-256-GCM under the installation's camera key; never leaves the server.
  password_cipher bytea,
  simulated boolean not null,
  recording boolean not null,
  keep_days integer not null check (keep_days between 1 and 3650),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  direction_degrees integer check (direction_degrees between 0 and 359),
  created_at timestamptz not null,
  retired_at timestamptz,
  check ((latitude is null) = (longitude is null))
);

create index camera_area on cameras.camera (area_id);
