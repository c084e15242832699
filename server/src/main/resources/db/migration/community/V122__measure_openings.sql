-- A sealed measure that an officer of the police asks to be opened and the chair signs, for an hour;
-- never of a minor. The reason is encrypted and deleted with the content; that there was one is
-- counted for good.
create table community.measure_opening (
  id uuid primary key,
  measure_id uuid not null,
  minor boolean not null default false check (not minor),
  commune_id uuid not null,
  reason_cipher bytea,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answered_by uuid check (answered_by <> asked_by),
  answered_at timestamptz,
  signed boolean,
  until timestamptz,
  foreign key (measure_id, minor) references community.measure (id, minor),
  check (num_nonnulls(answered_by, answered_at, signed) in (0, 3)),
  check (coalesce(signed, false) = (until is not null))
);
create index measure_opening_of on community.measure_opening (measure_id);
create index measure_opening_waiting on community.measure_opening (commune_id, id) where answered_by is null;
create index measure_opening_asked on community.measure_opening (asked_by, id);
