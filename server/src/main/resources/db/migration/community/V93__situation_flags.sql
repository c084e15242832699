-- Whom a reporter names, as keyed hashes: nobody's name is here, and nobody can be looked up
-- without the key.
create table community.situation_accusation (
  situation_id uuid not null references community.situation,
  reporter_hash bytea not null,
  named_hash bytea not null,
  -- Named as a person, and not only in a text.
  named boolean not null,
  at timestamptz not null,
  primary key (situation_id, named_hash)
);
create index situation_accusation_of on community.situation_accusation (reporter_hash, named_hash);

-- One reporter who named one person again and again: for a supervisor to look at.
create table community.situation_flag (
  id uuid primary key,
  commune_id uuid not null,
  reporter_hash bytea not null,
  named_hash bytea not null,
  flagged_at timestamptz not null,
  reports int not null,
  opened_by uuid,
  opened_at timestamptz,
  unique (reporter_hash, named_hash, commune_id),
  check ((opened_by is null) = (opened_at is null))
);
