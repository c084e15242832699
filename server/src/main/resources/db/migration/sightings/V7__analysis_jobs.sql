-- Stored footage of a camera that is analysed for a case, until its passes are forgotten. Why it was
-- asked for stands in the log's erasable detail.
create table sightings.analysis_job (
  id uuid primary key,
  case_id uuid not null,
  camera_id uuid not null,
  -- In which the camera stood when it was asked for.
  area_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  requested_by uuid not null,
  requested_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  -- Null where it ended by itself, or with its case.
  cancelled_by uuid,
  -- When the last segment that was dealt with began, and until when all is dealt with.
  last_start timestamptz not null,
  analysed_until timestamptz not null,
  -- Whether that segment was analysed, so that what it shows can be followed from there.
  followed boolean not null default false,
  -- How much was stored when it was asked for, and how much of that is analysed.
  recorded_millis bigint not null,
  analysed_millis bigint not null default 0,
  -- Passes that were stored, and those that were known already.
  found integer not null default 0,
  known integer not null default 0,
  check (from_at < to_at and to_at <= from_at + interval '24 hours'),
  check ((state in ('WAITING', 'RUNNING')) = (ended_at is null)),
  check (state <> 'RUNNING' or started_at is not null)
);
create index analysis_job_case on sightings.analysis_job (case_id, id);
create index analysis_job_area on sightings.analysis_job (area_id, id);
create index analysis_job_open on sightings.analysis_job (requested_at, id)
  where state in ('WAITING', 'RUNNING');
-- One runs at a time.
create unique index analysis_job_running on sightings.analysis_job (state) where state = 'RUNNING';

-- What of it was not analysed: segments that follow one another, for the same reason.
create table sightings.analysis_job_gap (
  job_id uuid not null references sightings.analysis_job on delete cascade,
  from_at timestamptz not null,
  to_at timestamptz not null,
  segments integer not null,
  reason text not null
    check (reason in ('FAILED', 'CRASHED', 'DELETED', 'LOST', 'TOO_OLD', 'NOT_STARTED')),
  primary key (job_id, from_at),
  check (from_at <= to_at)
);
