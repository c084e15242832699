-- When a package was deleted at its end; its row stays.
alter table evidence.extraction add column deleted_at timestamptz;

-- What is deleted: noted in one transaction before a file is touched, so that a killed server goes on
-- with it; certified by an event of the log once nothing of it is on the disk any more.
create table evidence.deletion (
  request_id uuid primary key references evidence.extraction,
  noted_at timestamptz not null,
  end_kind text not null,
  -- The day of the paper by which the case ended for good, and the days that were kept after it.
  ended_on date not null,
  keep_days int not null check (keep_days >= 30),
  event_id uuid
);
create index deletion_uncertified on evidence.deletion (noted_at) where event_id is null;

-- Holds on packages: while one is in force nothing of the package is deleted. It is lifted by two
-- people; the last wish to lift it stands beside it.
create table evidence.hold (
  id uuid primary key,
  request_id uuid not null references evidence.extraction,
  document text not null check (char_length(document) between 1 and 120),
  authority text not null check (authority in ('COURT', 'PROSECUTOR', 'POLICE', 'PEOPLES_COMMITTEE',
    'OTHER')),
  article text not null check (char_length(article) between 1 and 120),
  reason text not null check (char_length(reason) between 10 and 1000),
  placed_by uuid not null,
  placed_at timestamptz not null,
  -- On this day it stays in force, and somebody says whether it is still needed.
  review_on date not null,
  review_reason text check (char_length(review_reason) between 10 and 1000),
  reviewed_by uuid,
  reviewed_at timestamptz,
  lifting_reason text check (char_length(lifting_reason) between 10 and 1000),
  lifting_asked_by uuid,
  lifting_asked_at timestamptz,
  lifting_outcome text check (lifting_outcome in ('CONFIRMED', 'REFUSED')),
  lifting_words text check (char_length(lifting_words) between 1 and 1000),
  lifting_decided_by uuid,
  lifting_decided_at timestamptz,
  check (num_nonnulls(review_reason, reviewed_by, reviewed_at) in (0, 3)),
  check (num_nonnulls(lifting_reason, lifting_asked_by, lifting_asked_at) in (0, 3)),
  check (num_nonnulls(lifting_outcome, lifting_decided_by, lifting_decided_at) in (0, 3)),
  check (lifting_outcome is null or lifting_asked_by is not null),
  constraint nobody_lifts_alone check (lifting_decided_by <> lifting_asked_by)
);
create index hold_request on evidence.hold (request_id, id);
create index hold_in_force on evidence.hold (review_on)
  where lifting_outcome is distinct from 'CONFIRMED';
