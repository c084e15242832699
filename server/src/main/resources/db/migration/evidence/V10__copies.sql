-- Copies of owners' files that every browser plays. The file lies beside the original's until the
-- package is sealed.
create table evidence.player_copy (
  upload_id uuid primary key references evidence.upload on delete cascade,
  state text not null check (state in ('MAKING', 'MADE', 'UNPLAYABLE')),
  percent int not null default 0 check (percent between 0 and 100),
  attempts int not null default 0 check (attempts >= 0),
  next_at timestamptz not null,
  -- Whether the pictures are those of the original in another container, or coded anew.
  pictures text check (pictures in ('COPIED', 'ENCODED')),
  sound text check (sound in ('NONE', 'COPIED', 'ENCODED', 'LEFT_OUT')),
  bytes bigint check (bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  sha512 text check (sha512 ~ '^[0-9a-f]{128}$'),
  tool text,
  command text,
  made_at timestamptz,
  why text check (why in ('UNREADABLE', 'TOO_LONG', 'TOO_LARGE')),
  check (num_nonnulls(pictures, sound, bytes, sha256, sha512, tool, command, made_at)
    = case when state = 'MADE' then 8 else 0 end),
  check ((why is not null) = (state = 'UNPLAYABLE'))
);

-- Redacted and court copies of films in sealed packages.
create table evidence.copy (
  id uuid primary key,
  request_id uuid not null references evidence.extraction,
  -- Copies of one package count from 1 in the order of being ordered.
  number int not null check (number between 1 and 999),
  kind text not null check (kind in ('REDACTED', 'COURT')),
  state text not null check (state in ('ORDERED', 'MADE', 'CONFIRMED', 'REFUSED', 'FAILED')),
  -- The film in the package, `data/…`, and its SHA-256 as it was sealed.
  master text not null,
  master_sha256 text not null check (master_sha256 ~ '^[0-9a-f]{64}$'),
  -- Why something is hidden, what hides it, whether the sound stays; null for a court copy.
  reasons text[],
  covering text,
  keeps_sound boolean not null,
  words text not null check (char_length(words) between 1 and 2000),
  ordered_by uuid not null,
  ordered_at timestamptz not null,
  percent int not null default 0 check (percent between 0 and 100),
  attempts int not null default 0 check (attempts >= 0),
  next_at timestamptz not null,
  -- How it was made; the file lies in evidence/copies until it is in its package.
  made_at timestamptz,
  method text check (method in ('BIT_FOR_BIT', 'ENCODED')),
  bytes bigint check (bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  tool text,
  command text,
  boxes text,
  why text check (why in ('UNREADABLE', 'TOO_LONG', 'TOO_LARGE')),
  -- Another person looked at it.
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text check (char_length(review) between 1 and 2000),
  -- The seal of its package: the event whose log entry it is, the entry, and the finished zip.
  seal_event_id uuid,
  seal text,
  package_bytes bigint check (package_bytes > 0),
  package_sha256 text check (package_sha256 ~ '^[0-9a-f]{64}$'),
  leaf_index bigint,
  unique (request_id, number),
  constraint nobody_confirms_their_own_copy check (reviewed_by <> ordered_by),
  check ((kind = 'REDACTED') = (reasons is not null)),
  check ((kind = 'REDACTED') = (covering is not null)),
  check (reasons is null or cardinality(reasons) > 0),
  check (num_nonnulls(made_at, method, bytes, sha256, tool, command)
    = case when state in ('MADE', 'CONFIRMED', 'REFUSED') then 6 else 0 end),
  check ((why is not null) = (state = 'FAILED')),
  check (num_nonnulls(reviewed_by, reviewed_at)
    = case when state in ('CONFIRMED', 'REFUSED') then 2 else 0 end),
  check (num_nonnulls(seal_event_id, seal) in (0, 2)),
  check (num_nonnulls(package_bytes, package_sha256, leaf_index) in (0, 3)),
  check (seal is null or state = 'CONFIRMED'),
  check (package_sha256 is null or seal is not null)
);
create index copy_due on evidence.copy (next_at)
  where state = 'ORDERED' or (state = 'CONFIRMED' and package_sha256 is null);
