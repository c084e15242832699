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
