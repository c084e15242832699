-- Marked spans of footage that duty officers referred to investigators. None gives a right: who opens
-- one is asked as for any other look.
create table recording.footage_referral (
  id uuid primary key,
  camera_ids uuid[] not null check (cardinality(camera_ids) between 1 and 9),
  from_at timestamptz not null,
  to_at timestamptz not null,
  note text,
  referred_by uuid not null,
  recipient uuid not null,
  referred_at timestamptz not null,
  -- Past it an open one counts as lapsed.
  open_until timestamptz not null,
  state text not null check (state in ('OPEN', 'ACCEPTED', 'DISMISSED')),
  ended_at timestamptz,
  reason text,
  check (from_at < to_at),
  check ((state = 'OPEN') = (ended_at is null))
);
create index footage_referral_recipient on recording.footage_referral (recipient, id);
create index footage_referral_sender on recording.footage_referral (referred_by, id);
