-- Owners of community cameras who are asked for what an approved request grants.
create table evidence.ask (
  request_id uuid not null references evidence.request,
  camera_id uuid not null,
  state text not null check (state in ('OPEN', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'UNANSWERED',
    'OVERWRITTEN', 'GIVEN_UP')),
  opened_at timestamptz not null,
  -- The owner may answer before this.
  open_until timestamptz not null,
  -- SHA-256 of the link's secret, which is kept nowhere; null while there is no link.
  link_hash bytea unique check (octet_length(link_hash) = 32),
  link_issued_at timestamptz,
  -- When the page behind the present link was first opened.
  seen_at timestamptz,
  ended_at timestamptz,
  -- What the owner wrote when refusing.
  reason text check (char_length(reason) between 1 and 500),
  -- What the owner's recorder showed, and what the time was then.
  recorder_at timestamptz,
  true_at timestamptz,
  -- When the collection began with what was given, so that it is no longer taken back.
  taken_at timestamptz,
  primary key (request_id, camera_id),
  check ((link_hash is null) = (link_issued_at is null)),
  check (seen_at is null or link_hash is not null),
  check ((state = 'OPEN') = (ended_at is null)),
  check (num_nonnulls(recorder_at, true_at) in (0, 2)),
  constraint taken_is_given check (taken_at is null or state = 'GIVEN'),
  constraint no_link_after_the_end check (
    link_hash is null or state = 'OPEN' or (state = 'GIVEN' and taken_at is null))
);
create index ask_due on evidence.ask (open_until) where state = 'OPEN';
create index ask_camera on evidence.ask (camera_id);

-- What owners upload: in the quarantine until it is in a sealed package.
create table evidence.upload (
  id uuid primary key,
  request_id uuid not null,
  camera_id uuid not null,
  ordinal int generated always as identity,
  -- A picture shows the recorder's clock beside another one.
  kind text not null check (kind in ('VIDEO', 'CLOCK_PICTURE')),
  -- As the owner's device calls it.
  name text not null check (char_length(name) between 1 and 200),
  bytes bigint not null check (bytes > 0),
  state text not null check (state in ('RECEIVING', 'RECEIVED', 'ACCEPTED', 'REJECTED')),
  begun_at timestamptz not null,
  received_at timestamptz,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  sha512 text check (sha512 ~ '^[0-9a-f]{128}$'),
  -- What its content is, not what its name says.
  container text,
  -- What libav read in it, as JSON; null where it could not.
  probe text,
  rejection text check (rejection in ('NOT_VIDEO', 'NOT_PICTURE', 'UNREADABLE')),
  foreign key (request_id, camera_id) references evidence.ask,
  check ((received_at is null) = (state = 'RECEIVING')),
  check (num_nonnulls(sha256, sha512) = case when state in ('ACCEPTED', 'REJECTED') then 2 else 0 end),
  check ((container is not null) = (state = 'ACCEPTED')),
  check ((rejection is not null) = (state = 'REJECTED'))
);
create index upload_ask on evidence.upload (request_id, camera_id);
create index upload_waiting on evidence.upload (state) where state in ('RECEIVING', 'RECEIVED');

alter table evidence.request drop constraint request_unavailable_cause_check;
alter table evidence.request add constraint request_unavailable_cause_check check (
  unavailable_cause in ('NOT_RECORDED', 'DELETED', 'OWNER_REFUSED', 'NO_ANSWER', 'OVERWRITTEN'));
