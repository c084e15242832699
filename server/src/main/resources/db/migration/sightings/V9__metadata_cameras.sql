-- Cameras that tell of vehicles themselves, by metadata beside their video, or did.
create table sightings.metadata_camera (
  camera_id uuid primary key,
  switched_on boolean not null,
  switched_at timestamptz not null,
  -- Of the same camera; null where metadata comes by the path of its video.
  path text check (path like '/%' and char_length(path) <= 200)
);
