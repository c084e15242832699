-- Who said that a request cannot wait, when and why. Its footage is secured at once; somebody else
-- ratifies that by deciding the request, or it is discarded.
alter table evidence.request
  add column urgent_by uuid,
  add column urgent_at timestamptz,
  add column urgent_reason text check (urgent_reason in ('LIFE_IN_DANGER', 'PERSON_MISSING',
    'SUSPECT_AT_LARGE', 'FOOTAGE_SOON_OVERWRITTEN', 'CAMERA_AT_RISK')),
  add column urgent_words text,
  add constraint urgent_whole check (
    num_nonnulls(urgent_by, urgent_at, urgent_reason, urgent_words) in (0, 4)),
  add constraint marked_is_urgent check (urgent_by is null or urgent),
  -- Nobody ratifies what they marked urgent themselves.
  add constraint another_person_ratifies check (decided_by <> urgent_by);
create index request_marked_urgent on evidence.request (urgent_at) where urgent_at is not null;

-- Footage that was taken before anybody decided, and what became of it.
create table evidence.secured (
  request_id uuid primary key references evidence.request,
  extraction_code text not null unique,
  step text not null check (step in ('SECURING', 'SECURED', 'HANDED_ON', 'DISCARDING', 'DISCARDED')),
  attempts int not null default 0,
  next_at timestamptz not null,
  -- What the last attempt failed with, for the administrator.
  problem text,
  secured_at timestamptz,
  -- SHA-256 of each clip that was taken.
  clips text[],
  discard_cause text check (discard_cause in ('REFUSED', 'CANCELLED', 'NOT_RATIFIED', 'GRANTED_LESS')),
  discarded_at timestamptz,
  -- The event in the log that certifies the deletion.
  discard_event uuid,
  check ((secured_at is null) = (clips is null) or step = 'DISCARDED'),
  check ((discard_cause is not null) = (step in ('DISCARDING', 'DISCARDED'))),
  check (num_nonnulls(discarded_at, discard_event) = case when step = 'DISCARDED' then 2 else 0 end)
);
create index secured_due on evidence.secured (next_at) where step in ('SECURING', 'DISCARDING');
