-- What people write down while they work on a case; only ever added to.
create table cases.note (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  at timestamptz not null,
  by_person uuid not null,
  words text not null check (char_length(words) between 1 and 4000),
  event_id uuid not null
);
create index note_case on cases.note (case_id, id);

create function cases.refuse_change() returns trigger language plpgsql as
  'begin raise exception ''notes are only added''; end';
create trigger note_only_added before update or delete on cases.note
  for each row execute function cases.refuse_change();
