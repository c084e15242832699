-- One weekly draw of looks: from which part of the log, by which root of its tree.
create table oversight.draw (
  -- The Monday with which the week begins.
  week date primary key check (extract(isodow from week) = 1),
  from_index bigint not null,
  to_index bigint not null check (to_index > from_index),
  -- Of the tree of the first to_index entries, in hexadecimal digits.
  root text not null check (root ~ '^[0-9a-f]{64}$'),
  candidates bigint not null,
  drawn int not null check (drawn <= candidates),
  drawn_at timestamptz not null,
  event_id uuid not null
);

-- One look that was drawn, and what a reviewer of another unit says of its purpose.
create table oversight.review (
  id uuid primary key,
  week date not null references oversight.draw,
  entry_index bigint not null unique,
  person_id uuid not null,
  kind text not null
    check (kind in ('FOOTAGE', 'PLACE', 'LIVE', 'REQUEST', 'RECORDS')),
  target_kind text not null,
  target_id text not null,
  target_code text,
  looked_at timestamptz not null,
  -- Of the footage.
  span_from timestamptz not null,
  span_to timestamptz not null,
  -- Null while there is nobody who could.
  reviewer_id uuid check (reviewer_id <> person_id),
  -- Whether there was nobody of another unit.
  same_unit boolean not null,
  due_at timestamptz not null,
  answer text check (answer in ('PLAIN', 'NOT_PLAIN', 'CANNOT_TELL')),
  reason text check (char_length(reason) between 10 and 1000),
  answered_by uuid check (answered_by <> person_id),
  answered_at timestamptz,
  answered_event uuid,
  finding_id uuid,
  check (num_nonnulls(answer, reason, answered_by, answered_at, answered_event) in (0, 5)),
  check (finding_id is null or answer = 'NOT_PLAIN')
);
create index review_person on oversight.review (person_id);

alter table oversight.finding drop constraint finding_rule_check;
alter table oversight.finding add constraint finding_rule_check check (rule in
  ('REPEATED_TARGET', 'VOLUME', 'OFF_HOURS', 'REFUSED_AGAIN', 'CLOSED_CASE',
    'EMERGENCY_NOT_JUSTIFIED', 'EMERGENCY_UNREVIEWED', 'NOT_PLAIN'));
