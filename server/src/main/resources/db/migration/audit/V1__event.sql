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
  -- Canonical JSON, committed to by the leaf. Erasing the salt and it unlinks the leaf.
  detail text,
  salt bytea,
  -- The bytes that are appended to the log.
  leaf bytea not null,
  -- The leaf's place in the log; null until appended.
  leaf_index bigint unique
);
create index event_waiting on event (seq) where leaf_index is null;
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
