create table area (
  id uuid primary key,
  code text not null,
  name text not null,
  kind text not null,
  parent_id uuid references area,
  valid_from date not null,
  -- Null: still so. A unit that was merged or split keeps its row.
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create unique index on area (code) where valid_to is null;
create index on area (parent_id);
