create table cases.case_file (
  id uuid primary key,
  code text not null unique,
  title text not null,
  type text not null check (type in ('THEFT', 'ASSAULT', 'TRAFFIC', 'PUBLIC_ORDER', 'OTHER')),
  occurred_from timestamptz not null,
  occurred_to timestamptz check (occurred_to >= occurred_from),
  area_id uuid not null,
  place text,
  description text,
  opened_by uuid not null,
  opened_at timestamptz not null,
  search_text text not null,
  clarified boolean,
  clarified_by text[]
    check (clarified_by <@ array['VEHICLE', 'PERSON', 'TIME', 'PLACE']),
  outcome_note text,
  closed_by uuid,
  closed_at timestamptz,
  -- Closed exactly when it has an outcome.
  check (num_nonnulls(clarified, clarified_by, outcome_note, closed_by, closed_at) in (0, 5)),
  check (clarified or cardinality(clarified_by) = 0)
);
comment on column cases.case_file.search_text is 'code, title, place and description, folded';

create index case_file_area on cases.case_file (area_id, id desc);
create index case_file_opened on cases.case_file (opened_at);
create index case_file_closed on cases.case_file (closed_at) where closed_at is not null;

create table cases.linked_request (
  request_id uuid primary key,
  case_id uuid not null references cases.case_file,
  code text not null,
  state text not null,
  pending boolean not null
);
create index linked_request_case on cases.linked_request (case_id, request_id);
