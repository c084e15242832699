-- Somebody saw, for a while and in one area, footage that they may not otherwise see, and somebody
-- else says afterwards whether that was right.
create table emergency_access (
  id uuid primary key,
  code text not null unique,
  person_id uuid not null references person,
  -- Areas are another feature's, so there is no foreign key.
  area_id uuid not null,
  reason text not null check (char_length(reason) between 20 and 1000),
  opened_at timestamp with time zone not null,
  until timestamp with time zone not null check (until > opened_at),
  -- Null: it lasts, or lasted, until then.
  ended_at timestamp with time zone check (ended_at between opened_at and until),
  review_by timestamp with time zone not null,
  -- When it was noted that nobody had reviewed it in time.
  overdue_at timestamp with time zone,
  justified boolean,
  review_reason text check (char_length(review_reason) between 20 and 1000),
  reviewed_by uuid references person check (reviewed_by <> person_id),
  reviewed_at timestamp with time zone,
  check (num_nonnulls(justified, review_reason, reviewed_by, reviewed_at) in (0, 4))
);
create index emergency_access_person on emergency_access (person_id, opened_at);
create index emergency_access_waiting on emergency_access (review_by) where reviewed_at is null;
