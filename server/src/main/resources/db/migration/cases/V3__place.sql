-- Where a case happened, and whether it says no more of that than the commune.
alter table cases.case_file
  add column latitude double precision check (latitude between -90 and 90),
  add column longitude double precision check (longitude between -180 and 180),
  add column protection text not null default 'NONE'
    check (protection in ('NONE', 'CHILD', 'DOMESTIC_VIOLENCE')),
  add constraint whole_point check ((latitude is null) = (longitude is null)),
  add constraint protected_has_no_place
    check (protection = 'NONE' or (latitude is null and place is null));

-- What was changed in a case and why; only ever added to.
create table cases.change (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  what text not null check (what in ('PLACE', 'PROTECTION')),
  at timestamptz not null,
  by_person uuid not null,
  reason text not null check (char_length(reason) between 10 and 1000),
  event_id uuid not null
);
create index change_case on cases.change (case_id, id);
create trigger change_only_added before update or delete on cases.change
  for each row execute function cases.refuse_change();
