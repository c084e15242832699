-- Photos, voice and films of reports. What a report announces has a row before it arrives, so that
-- what never comes is seen.
create table community.situation_media (
  id uuid primary key,
  situation_id uuid not null references community.situation,
  kind text not null check (kind in ('PHOTO', 'VOICE', 'VIDEO')),
  announced_at timestamptz not null,
  announced_bytes int not null check (announced_bytes > 0),
  announced_sha256 text not null check (announced_sha256 ~ '^[0-9a-f]{64}$'),
  -- Asked for by who sent it: else the place and all else that a file says of itself is taken out.
  keep_position boolean not null,
  arrived_at timestamptz,
  type text,
  bytes int,
  sha256 text,
  -- Taken away by the cleaning.
  removed_bytes int,
  malware text check (malware in ('CLEAN', 'NOT_CHECKED')),
  content_cipher bytea,
  erased_at timestamptz,
  check ((arrived_at is null) = (type is null)),
  check ((arrived_at is null) = (sha256 is null)),
  check ((arrived_at is null) = (bytes is null)),
  check ((content_cipher is null) = (arrived_at is null or erased_at is not null))
);
create index situation_media_of on community.situation_media (situation_id);
