create table short_code (
  prefix text not null,
  year int not null,
  last bigint not null,
  primary key (prefix, year)
);

-- Spring Modulith's event publication registry, structure of 2.0.
create table event_publication (
  id uuid primary key,
  listener_id text not null,
  event_type text not null,
  serialized_event text not null,
  publication_date timestamp with time zone not null,
  completion_date timestamp with time zone,
  status text,
  completion_attempts int,
  last_resubmission_date timestamp with time zone
);
create index on event_publication using hash (serialized_event);
create index on event_publication (completion_date);
