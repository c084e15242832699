-- A number of an area and a quarter that somebody took from somewhere, such as the statistics of the
-- police. A correction is another row, and the one before it stays.
create table community.programme_indicator_value (
  id uuid primary key,
  area_id uuid not null,
  indicator text not null,
  year int not null check (year between 2000 and 2199),
  quarter int not null check (quarter between 1 and 4),
  value int not null check (value between 0 and 100000),
  source text not null check (char_length(source) between 1 and 200),
  entered_by uuid not null,
  entered_at timestamptz not null,
  replaced_by uuid references community.programme_indicator_value deferrable initially deferred,
  check (replaced_by <> id)
);
create unique index programme_indicator_value_one
  on community.programme_indicator_value (area_id, indicator, year, quarter)
  where replaced_by is null;
