-- A unit of the administration. One that was merged or split keeps its row.
create table areas.area (
  id uuid primary key,
  code text not null,
  name text not null,
  kind text not null,
  parent_id uuid references areas.area,
  -- The district in which a commune lay until there were districts no more (1 July 2025).
  district text,
  -- Null: nobody knows since when a past unit was.
  valid_from date,
  -- Null: still so.
  valid_to date,
  -- Why it ended: the resolution, in somebody's words.
  end_reason text,
  check (valid_to is null or valid_to >= valid_from)
);
create unique index on areas.area (code) where valid_to is null;
create index on areas.area (parent_id);
create index on areas.area (code);

-- What a unit is called since when; the present name stands at the unit, too.
create table areas.area_name (
  area_id uuid not null references areas.area,
  name text not null,
  -- Null: as long as the unit is.
  valid_from date,
  -- The last day; null: still so, or until the unit ended.
  valid_to date,
  reason text,
  -- As it is searched: its words and the district's without accents.
  folded text not null,
  -- The words of the name with accents, each tone at the end of its word.
  accented text not null,
  check (valid_to is null or valid_from is null or valid_to >= valid_from)
);
create unique index on areas.area_name (area_id) where valid_to is null;
create index on areas.area_name (area_id);

-- Which units took over what a unit was; one that was split has several.
create table areas.succession (
  old_id uuid not null references areas.area,
  new_id uuid not null references areas.area,
  since date not null,
  primary key (old_id, new_id),
  check (old_id <> new_id)
);
create index on areas.succession (new_id);

-- Where a unit lies: coordinates of a GeoJSON MultiPolygon (RFC 7946), WGS 84, six decimals.
create table areas.boundary (
  area_id uuid primary key references areas.area,
  coordinates text not null,
  points integer not null,
  imported_at timestamptz not null
);

-- A change of units that was decided and whose day is to come. It waits as it was decided and is
-- carried out on its day; until then the units are as they are.
create table areas.planned_change (
  id uuid primary key,
  on_day date not null,
  -- What a unit will be called; null where units end.
  name text,
  reason text not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  state text not null check (state in ('WAITING', 'DONE', 'FAILED', 'WITHDRAWN')),
  -- Null where the server did it by itself.
  closed_by uuid,
  closed_at timestamptz,
  -- Why it was withdrawn, or what stood in the way on its day.
  closed_reason text,
  check ((state = 'WAITING') = (closed_at is null))
);
create index on areas.planned_change (on_day) where state in ('WAITING', 'FAILED');

-- The units that are renamed or end.
create table areas.planned_area (
  change_id uuid not null references areas.planned_change,
  position int not null,
  area_id uuid not null references areas.area,
  primary key (change_id, position)
);
create index on areas.planned_area (area_id);

-- The units that take over: one that there is, or one that is made on the day.
create table areas.planned_successor (
  change_id uuid not null references areas.planned_change,
  position int not null,
  area_id uuid references areas.area,
  code text,
  name text,
  kind text,
  primary key (change_id, position),
  check ((area_id is null) = (code is not null and name is not null and kind is not null))
);
create index on areas.planned_successor (area_id) where area_id is not null;

-- Where a unit goes that lies in one that ends: the place of a successor.
create table areas.planned_move (
  change_id uuid not null references areas.planned_change,
  area_id uuid not null references areas.area,
  successor int not null,
  primary key (change_id, area_id)
);
