-- What a list brings in was decided on paper before, so nobody decided it here.
alter table community.mediator add column imported_event uuid;
alter table community.mediator drop constraint mediator_check4;
alter table community.mediator add constraint mediator_decided check (
  (decided_by is null) = (imported_event is not null or (decided_on is null and refused_at is null)));
alter table community.programme_act add column imported boolean not null default false;
alter table community.programme_act drop constraint programme_act_check1;
alter table community.programme_act add constraint programme_act_decided check (
  (outcome is null) = (decided_at is null)
  and (decided_by is null) = (outcome is null or imported));

-- Results of the yearly standard from before this program kept them.
create table community.standard_past_result (
  id uuid primary key,
  area_id uuid not null,
  year int not null check (year between 2012 and 2199),
  outcome text not null check (outcome in ('MET', 'NOT_MET')),
  decision text check (char_length(decision) between 1 and 60),
  decided_on date,
  certificate text check (char_length(certificate) between 1 and 60),
  imported_by uuid not null,
  imported_at timestamptz not null,
  imported_event uuid not null,
  unique (area_id, year),
  check (outcome = 'NOT_MET' or (decision is not null and decided_on is not null)),
  check (outcome = 'MET' or certificate is null)
);
