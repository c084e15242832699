-- A change of units that was decided and whose day is to come. It waits as it was decided and is
-- carried out on its day; until then the units are as they are.
create table planned_change (
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
create index on planned_change (on_day) where state in ('WAITING', 'FAILED');

-- The units that are renamed or end.
create table planned_area (
  change_id uuid not null references planned_change,
  position int not null,
  area_id uuid not null references area,
  primary key (change_id, position)
);
create index on planned_area (area_id);

-- The units that take over: one that there is, or one that is made on the day.
create table planned_successor (
  change_id uuid not null references planned_change,
  position int not null,
  area_id uuid references area,
  code text,
  name text,
  kind text,
  primary key (change_id, position),
  check ((area_id is null) = (code is not null and name is not null and kind is not null))
);
create index on planned_successor (area_id) where area_id is not null;

-- Where a unit goes that lies in one that ends: the place of a successor.
create table planned_move (
  change_id uuid not null references planned_change,
  area_id uuid not null references area,
  successor int not null,
  primary key (change_id, area_id)
);
