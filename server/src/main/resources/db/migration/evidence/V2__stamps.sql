-- How often something was put beside the seal of a package; names its file.
alter table evidence.extraction add column additions int not null default 0;

-- Stamps of a time-stamp authority over seals and over checkpoints of the log: those that were given
-- and those that are still to be asked for.
create table evidence.stamp (
  id uuid primary key,
  -- Whose seal is stamped; null for a checkpoint of the log.
  request_id uuid unique references evidence.extraction,
  -- How many entries the stamped checkpoint covers; null for a seal.
  tree_size bigint unique,
  -- What is stamped, byte for byte: seal.json or the signed checkpoint.
  document bytea not null,
  queued_at timestamptz not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  -- What the last attempt failed with, for the administrator.
  problem text,
  -- The authority's response, once it counts, and the time that it states.
  response bytea,
  stamped_at timestamptz,
  authority text,
  -- Whether the response is in the package, or needs to go nowhere.
  placed boolean not null default false,
  check (num_nonnulls(request_id, tree_size) = 1),
  check (num_nonnulls(response, stamped_at, authority) in (0, 3)),
  check (not placed or response is not null)
);
create index stamp_due on evidence.stamp (next_at) where not placed;
