-- The single happenings of a case: three thefts in two weeks, or what began on one street and ended
-- on another. One that was entered by mistake is withdrawn, never deleted.
create table cases.incident (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  title text not null check (char_length(title) between 1 and 200),
  type text references cases.case_type,
  timing text not null check (timing in ('EXACT', 'BETWEEN')),
  occurred_from timestamptz not null,
  occurred_to timestamptz check (occurred_to >= occurred_from),
  place text check (char_length(place) between 1 and 200),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  report text check (char_length(report) between 1 and 100),
  note text check (char_length(note) between 1 and 2000),
  added_by uuid not null,
  added_at timestamptz not null,
  event_id uuid not null,
  withdrawn_at timestamptz,
  constraint whole_point check ((latitude is null) = (longitude is null)),
  constraint between_two_times check (timing = 'EXACT' or occurred_to is not null),
  unique (case_id, id)
);
comment on column cases.incident.type is 'null where it is of the same type as the case';
create trigger incident_never_deleted before delete on cases.incident
  for each row execute function cases.refuse_change();

-- What was changed may be an incident, with the reason beside it.
alter table cases.change
  add column incident_id uuid,
  add constraint change_of_own_incident
    foreign key (case_id, incident_id) references cases.incident (case_id, id),
  drop constraint change_what_check,
  add constraint change_what_check check (
    what in ('PLACE', 'PROTECTION', 'INCIDENT_CORRECTED', 'INCIDENT_WITHDRAWN')),
  add constraint change_of_an_incident
    check ((what in ('INCIDENT_CORRECTED', 'INCIDENT_WITHDRAWN')) = (incident_id is not null));

-- Which incident of its case a request is about, where somebody said so.
alter table cases.linked_request
  add column incident_id uuid,
  add constraint about_own_incident
    foreign key (case_id, incident_id) references cases.incident (case_id, id);
