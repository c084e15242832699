-- An indicator that the province defines of others: one of a hundred of another, each whole or of one
-- kind. A change is another version, and what it was stays.
create table reports.custom_indicator (
  id uuid primary key,
  code text not null unique,
  created_at timestamptz not null
);

create table reports.custom_indicator_version (
  indicator_id uuid not null references reports.custom_indicator,
  version int not null check (version > 0),
  name_vi text not null check (char_length(name_vi) between 3 and 120),
  name_en text check (char_length(name_en) between 3 and 120),
  name_ar text check (char_length(name_ar) between 3 and 120),
  numerator text not null,
  numerator_part text,
  denominator text not null,
  denominator_part text,
  retired boolean not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (indicator_id, version)
);
create trigger custom_indicator_version_kept before update or delete
  on reports.custom_indicator_version
  for each row execute function reports.refuse_change();
