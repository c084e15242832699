-- Where a segment's times come from, how far they may be off, at which rate the camera's timestamps
-- ran, and how many of its pictures are damaged.
alter table recording.segment
  drop column rebased,
  add column time_source text not null default 'CAMERA_TIMESTAMPS',
  -- Null where nobody measured it: in a file that a crash cut off.
  add column time_uncertainty_nanos bigint,
  add column camera_rate_ppm integer not null default 1000000,
  add column damaged_frames integer not null default 0;

alter table recording.segment
  alter column time_source drop default,
  alter column camera_rate_ppm drop default,
  alter column damaged_frames drop default;

-- What a timeline has to remark on is rare.
create index segment_remarkable on recording.segment (camera_id, start_at)
  where damaged_frames > 0 or time_source <> 'CAMERA_TIMESTAMPS';
