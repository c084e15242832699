-- Owners of community cameras who are asked for what an approved request grants.
create table evidence.ask (
  request_id uuid not null references evidence.request,
  camera_id uuid not null,
  state text not null check (state in ('OPEN', 'REFUSED', 'WITHDRAWN', 'UNANSWERED', 'OVERWRITTEN',
    'GIVEN_UP')),
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
  primary key (request_id, camera_id),
  check ((link_hash is null) = (link_issued_at is null)),
  check (seen_at is null or link_hash is not null),
  check ((state = 'OPEN') = (ended_at is null)),
  constraint no_link_after_the_end check (state = 'OPEN' or link_hash is null)
);
create index ask_due on evidence.ask (open_until) where state = 'OPEN';
create index ask_camera on evidence.ask (camera_id);

alter table evidence.request drop constraint request_unavailable_cause_check;
alter table evidence.request add constraint request_unavailable_cause_check check (
  unavailable_cause in ('NOT_RECORDED', 'DELETED', 'OWNER_REFUSED', 'NO_ANSWER', 'OVERWRITTEN'));
