-- A kind of programme ("model"). Those that come with the system have their texts in the bundles of
-- each language; free ones were added by an office and have theirs as they were typed.
create table community.programme_kind (
  id uuid primary key,
  code text not null unique,
  built_in boolean not null,
  -- Of the office that added it; null: of the system or of the whole site.
  area_id uuid,
  -- The name in small letters, each tone at the end of its word; null of those with bundles.
  name_key text,
  -- The version that new programmes take.
  version int not null check (version >= 1),
  check (built_in = (name_key is null))
);
create unique index programme_kind_name on community.programme_kind (name_key);

-- What a kind said at a time. Only added to: a programme names the version that it was made from.
create table community.programme_kind_version (
  kind_id uuid not null references community.programme_kind,
  version int not null check (version >= 1),
  name text check (char_length(name) between 1 and 120),
  goal text check (char_length(goal) between 1 and 2000),
  rules text[],
  criteria text[],
  -- Organisations that usually take part, and what it hopes to move.
  partners text[] not null,
  indicators text[] not null,
  written_by uuid,
  written_at timestamptz,
  primary key (kind_id, version),
  check ((name is null) = (rules is null) and (name is null) = (criteria is null)
    and (name is null) = (goal is null)),
  check ((name is null) = (written_by is null))
);

insert into community.programme_kind (id, code, built_in, version) values
  ('01980000-0000-7000-8000-000000000001', 'LINKED_AREA', true, 1),
  ('01980000-0000-7000-8000-000000000002', 'CLAN', true, 1),
  ('01980000-0000-7000-8000-000000000003', 'PARISH', true, 1),
  ('01980000-0000-7000-8000-000000000004', 'BOARDING_HOUSE', true, 1),
  ('01980000-0000-7000-8000-000000000005', 'NO_VIOLENCE', true, 1),
  ('01980000-0000-7000-8000-000000000006', 'YOUTH', true, 1),
  ('01980000-0000-7000-8000-000000000007', 'CAMERA', true, 1);
insert into community.programme_kind_version (kind_id, version, partners, indicators) values
  ('01980000-0000-7000-8000-000000000001', 1, '{POLICE,FRONT,VETERANS}',
   '{OFFENCES,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000002', 1, '{CLAN,FRONT,ELDERLY}',
   '{DISPUTES_RECEIVED,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000003', 1, '{FRONT,PARISH,WOMEN}',
   '{DISPUTES_RECEIVED,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000004', 1, '{POLICE,YOUTH_UNION,OWNERS}',
   '{THEFTS,ORDER_VIOLATIONS}'),
  ('01980000-0000-7000-8000-000000000005', 1, '{WOMEN,FRONT,HEALTH}',
   '{DOMESTIC_VIOLENCE,DISPUTES_RECEIVED}'),
  ('01980000-0000-7000-8000-000000000006', 1, '{YOUTH_UNION,SCHOOL,VETERANS}',
   '{YOUTH_VIOLATIONS,OFFENCES}'),
  ('01980000-0000-7000-8000-000000000007', 1, '{POLICE,FRONT,OWNERS}', '{THEFTS,OFFENCES}');
