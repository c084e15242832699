-- Closed segments whose file is not what the row says; a row while that is so.
create table recording.lost_file (
  segment_id uuid primary key references recording.segment on delete cascade,
  fault text not null check (fault in ('FILE_MISSING', 'FILE_SHORTENED', 'FILE_ALTERED')),
  found_at timestamptz not null
);

create index deleted_time on recording.deleted_segment (camera_id, start_at);
