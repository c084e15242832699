-- What investigators say of passes that they keep in their cases.
create table sightings.kept_pass (
  case_id uuid not null,
  -- Of a pass, which may have been forgotten since.
  position bigint not null,
  verdict text not null check (verdict in ('CONFIRMED', 'REJECTED', 'UNDECIDED')),
  note text check (char_length(note) <= 1000),
  -- Of the pass: what the case still tells of it when it was forgotten.
  camera_id uuid not null,
  best_at timestamptz not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  -- Whether it keeps its pass from being forgotten.
  held boolean not null,
  -- Whether readings were learned from it, which they are once.
  learned boolean not null,
  primary key (case_id, position),
  check (not (held and verdict = 'REJECTED'))
);
create index kept_pass_held on sightings.kept_pass (position) where held;

-- How often readers took one character for another: counts alone, of no plate.
create table sightings.confusion (
  -- What read it, and its version.
  model text not null,
  camera_id uuid not null,
  -- The character that stands there; empty where none does.
  remembered text not null,
  -- The character that was read; empty where none was.
  read text not null,
  count bigint not null check (count > 0),
  primary key (model, camera_id, remembered, read)
);

-- Up to which position of the stream readings were counted; a row of its own, so that whoever counts
-- keeps no source from storing.
create table sightings.counted (
  single boolean primary key default true check (single),
  position bigint not null
);
insert into sightings.counted (position) values (0);

-- Searches for a plate, by which it shows that somebody searches for the same one again and again.
create table sightings.plate_search (
  id uuid primary key,
  -- In the log.
  event_id uuid not null,
  person_id uuid not null,
  case_id uuid not null,
  at timestamptz not null,
  -- Keyed hash of what was typed.
  text_hash bytea not null,
  misreading int not null,
  strict boolean not null,
  -- Keyed hashes of parts of the plate: which plate it is nobody tells without the key.
  marks bigint[] not null
);
create index plate_search_person on sightings.plate_search (person_id, at);
create index plate_search_at on sightings.plate_search (at);
