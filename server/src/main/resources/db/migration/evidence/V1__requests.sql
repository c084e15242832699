create table evidence.request (
  id uuid primary key,
  code text not null unique,
  case_id uuid not null,
  area_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  purpose text not null,
  legal_basis text not null,
  offence text not null,
  necessity text not null check (char_length(necessity) between 20 and 500),
  urgent boolean not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'CANCELLED', 'EXPIRED',
    'COLLECTING', 'SEALED', 'UNAVAILABLE', 'DELIVERED', 'OUTCOME')),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('APPROVE', 'APPROVE_LESS', 'REFUSE')),
  reason_code text,
  reason text,
  granted_from timestamptz,
  granted_to timestamptz,
  cancelled_at timestamptz,
  expired_at timestamptz,
  collecting_since timestamptz,
  sealed_at timestamptz,
  unavailable_cause text check (unavailable_cause in ('NOT_RECORDED', 'DELETED')),
  unavailable_at timestamptz,
  delivered_at timestamptz,
  useful boolean,
  clarified text[] check (clarified <@ array['VEHICLE', 'PERSON', 'TIME', 'PLACE']),
  outcome_note text,
  outcome_at timestamptz,
  check (from_at < to_at),
  -- Nobody decides one's own request.
  constraint another_person_decides check (decided_by <> requested_by),
  constraint decided_whole check (
    num_nonnulls(decided_by, decided_at, decision, reason_code, reason) in (0, 5)),
  constraint decided_in_decided_states check (
    (decided_by is null) = (state in ('REQUESTED', 'CANCELLED', 'EXPIRED'))),
  constraint refused_is_refusal check (
    decision is null or (decision = 'REFUSE') = (state = 'REFUSED')),
  -- What is granted lies within what was asked.
  constraint granted_when_approved check (
    num_nonnulls(granted_from, granted_to)
      = case when decision in ('APPROVE', 'APPROVE_LESS') then 2 else 0 end),
  constraint granted_within_asked check (
    granted_from >= from_at and granted_to <= to_at and granted_from < granted_to),
  check ((state = 'CANCELLED') = (cancelled_at is not null)),
  check ((state = 'EXPIRED') = (expired_at is not null)),
  check ((sealed_at is not null) = (state in ('SEALED', 'DELIVERED', 'OUTCOME'))),
  check ((delivered_at is not null) = (state in ('DELIVERED', 'OUTCOME'))),
  check ((state = 'UNAVAILABLE') = (unavailable_cause is not null)),
  check (num_nonnulls(unavailable_cause, unavailable_at) in (0, 2)),
  check (num_nonnulls(useful, clarified, outcome_note, outcome_at)
    = case when state = 'OUTCOME' then 4 else 0 end)
);
create index request_area on evidence.request (area_id, id desc);
create index request_requester on evidence.request (requested_by, id desc);
create index request_case on evidence.request (case_id);
create index request_undecided on evidence.request (expires_at) where state = 'REQUESTED';

create table evidence.request_camera (
  request_id uuid not null references evidence.request,
  ordinal int not null,
  camera_id uuid not null,
  area_id uuid not null,
  -- Null until decided.
  granted boolean,
  primary key (request_id, ordinal),
  unique (request_id, camera_id)
);

create table evidence.history (
  request_id uuid not null references evidence.request,
  ordinal bigint generated always as identity,
  at timestamptz not null,
  what text not null,
  -- Null when the server did it by itself.
  who uuid,
  -- The event in the log that tells of it.
  event_id uuid not null,
  primary key (request_id, ordinal)
);

-- How far the collector is with an approved request; the row goes when the request is sealed or
-- unavailable, so what is here is to be done.
create table evidence.collection (
  request_id uuid primary key references evidence.request,
  extraction_code text not null unique,
  step text not null,
  percent int not null check (percent between 0 and 100),
  attempts int not null,
  next_at timestamptz not null,
  -- What the last attempt failed with, for the administrator.
  problem text,
  -- The event whose entry in the log is the seal, and that entry, once there is one.
  seal_event_id uuid,
  seal text
);
create index collection_due on evidence.collection (next_at);

create table evidence.extraction (
  request_id uuid primary key references evidence.request,
  code text not null unique,
  sealed_at timestamptz not null,
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  leaf_index bigint not null,
  -- The coverage at the time of collection, as in the package.
  coverage text not null
);

create table evidence.extraction_file (
  request_id uuid not null references evidence.extraction,
  name text not null,
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (request_id, name)
);
