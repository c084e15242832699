-- Closed segments: one row a file of about a minute. The file is complete and synced before its row
-- is written, so a row without a file is a fault, and a file without a row is an unfinished segment.
-- Everything here but the chain and the event can be rebuilt from the file.
create table recording.segment (
  id uuid primary key,
  camera_id uuid not null,
  -- Relative to the storage root.
  file text not null unique,
  start_at timestamptz not null,
  end_at timestamptz not null,
  duration_ticks bigint not null,
  size_bytes bigint not null,
  frames integer not null,
  sha256 bytea not null check (length(sha256) = 32),
  -- The hash of the camera's segment before; null for its first. The chain shows a removed segment.
  previous_sha256 bytea check (length(previous_sha256) = 32),
  -- Place and time of every frame, as anbinh.media.mp4 specifies.
  sample_index bytea not null,
  codec text not null,
  codecs text not null,
  width integer not null,
  height integer not null,
  reorder_depth integer not null,
  parameter_sets bytea[] not null,
  ended text not null,
  follows boolean not null,
  start_error_nanos bigint not null,
  stretch_nanos bigint not null,
  camera_clock_method text,
  camera_clock_offset_nanos bigint,
  camera_clock_uncertainty_nanos bigint,
  camera_clock_reports integer,
  event_id uuid not null,
  -- Where its times come from, how far they may be off (null where nobody measured it: in a file that
  -- a crash cut off), at which rate the camera's timestamps ran, and how many of its pictures are
  -- damaged.
  time_source text not null,
  time_uncertainty_nanos bigint,
  camera_rate_ppm integer not null,
  damaged_frames integer not null,
  check (start_at < end_at)
);
create index segment_time on recording.segment (camera_id, start_at);
create index segment_chain on recording.segment (camera_id, sha256);
-- What a timeline has to remark on is rare.
create index segment_remarkable on recording.segment (camera_id, start_at)
  where damaged_frames > 0 or time_source <> 'CAMERA_TIMESTAMPS';

-- Closed segments whose file is not what the row says; a row while that is so.
create table recording.lost_file (
  segment_id uuid primary key references recording.segment on delete cascade,
  fault text not null check (fault in ('FILE_MISSING', 'FILE_SHORTENED', 'FILE_ALTERED')),
  found_at timestamptz not null
);

-- What is left of a segment after its time was over: its place in the chain.
create table recording.deleted_segment (
  id uuid primary key,
  camera_id uuid not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  sha256 bytea not null,
  deleted_at timestamptz not null
);
create index deleted_chain on recording.deleted_segment (camera_id, sha256);
create index deleted_time on recording.deleted_segment (camera_id, start_at);

-- Wall-clock time for which a camera that should record has no pictures, with its cause. No end
-- while it lasts; an end before its beginning when the wall clock was set back.
create table recording.gap (
  camera_id uuid not null,
  from_at timestamptz not null,
  until_at timestamptz,
  cause text not null,
  detail text not null,
  primary key (camera_id, from_at)
);

-- Footage that nothing may delete, whatever retention says.
create table recording.hold (
  id uuid primary key,
  camera_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  reason text not null,
  placed_at timestamptz not null,
  lifted_at timestamptz,
  check (from_at < to_at)
);
create index hold_time on recording.hold (camera_id, from_at) where lifted_at is null;

-- The storage roots known to this database, so that an empty mount is never taken for one.
create table recording.storage (
  id uuid primary key,
  opened_at timestamptz not null
);

-- Troubles of recording that lasted, and whether the duty officers have been told.
create table recording.alert (
  id uuid primary key,
  kind text not null check (kind in ('DISK_FULL', 'DISK_READ_ONLY', 'DISK_MISSING', 'DISK_FILLING',
    'NO_CAMERA_RECORDING', 'CAMERA_NOT_RECORDING', 'FOOTAGE_LOST')),
  camera_id uuid,
  raised_at timestamptz not null,
  told_at timestamptz,
  cleared_at timestamptz,
  cleared_told_at timestamptz
);
create unique index alert_standing on recording.alert (kind, camera_id) nulls not distinct
  where cleared_at is null;
