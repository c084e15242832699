create table event (
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
create index event_waiting on event (seq) where leaf_index is null;
create index event_by_day on event (at) where disclosure = 'DAY';
create index event_counted on event (at) where disclosure = 'COUNT';
create index on event (leaf_index desc) where not routine;
create index on event (actor_id, leaf_index) where actor_id is not null;
create index on event (object_id, leaf_index) where object_id is not null;
create index on event (type, leaf_index);
create index on event (at);

-- Checkpoints kept from time to time: the log must for ever agree with each of them.
create table remembered_checkpoint (
  size bigint primary key,
  note text not null,
  at timestamp with time zone not null
);

create table log_check (
  at timestamp with time zone primary key,
  size bigint not null,
  findings int not null,
  first_finding text
);
