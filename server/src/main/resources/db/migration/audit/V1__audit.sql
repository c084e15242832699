-- The entries of the log.
create table audit.event (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamp with time zone not null,
  type text not null,
  -- Routine events (a segment closed) are left out of lists unless asked for.
  routine boolean not null,
  actor_id uuid,
  actor_pseudonym uuid,
  object_kind text,
  object_id text,
  object_code text,
  -- Where it happened: the area of what it is about or of whoever acted; null: the whole site. Whoever
  -- reads the log for an area reads its entries only.
  area_id uuid,
  refused boolean not null,
  -- Canonical JSON, committed to by the record. Erasing the salt and it unlinks the record.
  detail text,
  salt bytea,
  -- What the leaf commits to: canonical JSON with a salt of its own.
  record bytea not null,
  -- Shows that the server recorded it: by a key that is not in the database.
  mac bytea not null,
  -- How closely readers may place it in time; all but EXACT wait for others.
  disclosure text not null check (disclosure in ('EXACT', 'DAY', 'COUNT')),
  -- The leaf's place in the log; null until appended.
  leaf_index bigint unique
);
create index event_waiting on audit.event (seq) where leaf_index is null;
create index event_by_day on audit.event (at) where disclosure = 'DAY';
create index event_counted on audit.event (at) where disclosure = 'COUNT';
create index on audit.event (leaf_index desc) where not routine;
create index on audit.event (actor_id, leaf_index) where actor_id is not null;
create index on audit.event (object_id, leaf_index) where object_id is not null;
create index event_area on audit.event (area_id, leaf_index) where area_id is not null;
create index on audit.event (type, leaf_index);
-- The events of a type in their order, for checks and for whoever follows a type page by page.
create index event_of_type on audit.event (type, seq);
create index on audit.event (at);

-- Checkpoints kept from time to time: the log must for ever agree with each of them.
create table audit.remembered_checkpoint (
  size bigint primary key,
  note text not null,
  at timestamp with time zone not null
);

-- Checks of the log, and what each found first.
create table audit.log_check (
  at timestamp with time zone primary key,
  size bigint not null,
  findings int not null,
  first_finding text
);

-- What a check found of the log that suspends it, each once. It is only added to: a finding over which
-- the log went on is named by an entry of the log itself, and by nothing here.
create table audit.finding (
  subject text not null,
  what text not null,
  -- When it was found first.
  at timestamp with time zone not null,
  primary key (subject, what)
);

-- The head that each witness cosigned last.
create table audit.witness (
  -- The witness's vkey.
  key text primary key,
  size bigint not null,
  -- By the witness's clock.
  at timestamp with time zone not null,
  -- The checkpoint with the cosignatures that it had by then.
  note text not null
);
