-- The register holds every camera: connected ones, which are recorded here, and those of the
-- community, whose owners are asked.
alter table cameras.camera
  add column kind text not null default 'CONNECTED' check (kind in ('CONNECTED', 'COMMUNITY')),
  -- The number under which the list that a camera came from knows it.
  add column reference text,
  add column owner_kind text not null default 'POLICE' check (owner_kind in
    ('POLICE', 'AUTHORITY', 'SCHOOL', 'BUSINESS', 'HOUSEHOLD', 'RESIDENTIAL_GROUP', 'OTHER')),
  -- What the newest statement in cameras.consent says; kept with it in one transaction.
  add column consent text not null default 'NONE' check (consent in ('NONE', 'GIVEN', 'WITHDRAWN')),
  add column consent_until date,
  add column angle_degrees integer check (angle_degrees between 1 and 360),
  add column range_metres integer check (range_metres between 1 and 2000),
  -- Code, name and reference without accents and capitals.
  add column search_text text not null default '',
  alter column address drop not null,
  add constraint address_of_connected check ((kind = 'CONNECTED') = (address is not null)),
  add constraint only_connected_record check (kind = 'CONNECTED' or not recording),
  add constraint withdrawn_does_not_record check (consent <> 'WITHDRAWN' or not recording);

alter table cameras.camera
  alter column kind drop default,
  alter column owner_kind drop default,
  alter column consent drop default,
  alter column search_text drop default;

update cameras.camera set search_text = lower(replace(replace(
  regexp_replace(normalize(code || ' ' || name, NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'd'));

-- Degrees of longitude and latitude around everything the camera may see: a square about the circle
-- of its range, or of the range assumed where none is known (Camera.Place.ASSUMED_RANGE_METRES).
-- The divisors are the least metres that a degree has on WGS 84, so the square is never too small.
alter table cameras.camera add column view_box box generated always as (
  box(
    point(
      longitude - coalesce(range_metres, 50) / (111319.0 * greatest(cos(radians(latitude)), 0.01)),
      latitude - coalesce(range_metres, 50) / 110574.0),
    point(
      longitude + coalesce(range_metres, 50) / (111319.0 * greatest(cos(radians(latitude)), 0.01)),
      latitude + coalesce(range_metres, 50) / 110574.0))) stored;

create index camera_view on cameras.camera using gist (view_box)
  where retired_at is null and consent <> 'WITHDRAWN';

create unique index camera_reference on cameras.camera (area_id, reference);

-- How to reach a camera's owner, encrypted under the key owner.key; a row only while it is needed.
create table cameras.owner_contact (
  camera_id uuid primary key references cameras.camera,
  contact_cipher bytea not null
);

-- What owners stated about their cameras; rows are only added. The newest one counts.
create table cameras.consent (
  id uuid primary key,
  camera_id uuid not null references cameras.camera,
  statement text not null check (statement in ('GIVEN', 'WITHDRAWN')),
  form text not null check (form in ('PAPER', 'ELECTRONIC', 'RECORDED_CALL')),
  stated_on date not null,
  -- The last day on which a consent counts; null: until withdrawn.
  until_on date,
  -- Where the document is kept.
  document text,
  recorded_at timestamptz not null,
  recorded_by uuid,
  check (until_on is null or (statement = 'GIVEN' and until_on >= stated_on))
);

create index consent_camera on cameras.consent (camera_id, id);
