create table event (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  at timestamp with time zone not null,
  type text not null,
  actor_id uuid,
  actor_pseudonym uuid,
  object_kind text,
  object_id text,
  object_code text,
  refused boolean not null,
  -- Canonical JSON; part of the leaf.
  facts text not null,
  -- Canonical JSON; committed to by the leaf. Erasing detail and salt unlinks the leaf.
  detail text,
  salt bytea,
  -- The leaf's place in the log; null until appended.
  leaf_index bigint unique
);
create index event_waiting on event (seq) where leaf_index is null;
create index on event (actor_id, leaf_index) where actor_id is not null;
create index on event (object_id, leaf_index) where object_id is not null;
create index on event (type, leaf_index);
create index on event (at);
