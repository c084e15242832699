-- A street or a landmark that an office entered, at a point in WGS 84. Those of a kind in a commune
-- are of the list that named them last.
create table areas.place (
  id uuid primary key,
  area_id uuid not null references areas.area,
  kind text not null check (kind in ('STREET', 'BRIDGE', 'MARKET', 'SCHOOL', 'HEALTH', 'OFFICE',
    'WORSHIP', 'STATION', 'OTHER')),
  name text not null,
  former text,
  latitude double precision not null,
  longitude double precision not null,
  -- As it is searched: the words of both names without accents.
  folded text not null,
  -- The words of the name with accents, each tone at the end of its word.
  accented text not null
);
create index on areas.place (area_id, kind);
