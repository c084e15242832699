-- One publication of the public figures: which part of the log it was made from.
create table oversight.publication (
  through date primary key,
  from_index bigint not null,
  to_index bigint not null check (to_index >= from_index),
  published_at timestamptz not null,
  event_id uuid not null
);

-- What a publication counted, by day.
create table oversight.day_count (
  through date not null references oversight.publication,
  day date not null,
  count_of text not null,
  count bigint not null,
  primary key (through, day, count_of)
);
create index day_count_day on oversight.day_count (day);
