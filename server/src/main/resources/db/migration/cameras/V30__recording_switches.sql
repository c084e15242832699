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

insert into cameras.recording_switch (camera_id, at, state)
  select id, created_at, 'ON' from cameras.camera
  where kind = 'CONNECTED' and (recording or retired_at is not null);
insert into cameras.recording_switch (camera_id, at, state)
  select id, retired_at, 'RETIRED' from cameras.camera
  where kind = 'CONNECTED' and retired_at > created_at;
