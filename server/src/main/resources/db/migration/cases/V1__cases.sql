-- The types of case, of which each may be chosen from one day to another; never changed otherwise,
-- so that figures of past years mean what they meant.
create table cases.case_type (
  code text primary key check (code ~ '^[A-Z][A-Z0-9_]{0,39}$'),
  ordinal int generated always as identity,
  name_vi text not null check (char_length(name_vi) between 1 and 80),
  name_en text not null check (char_length(name_en) between 1 and 80),
  name_ar text not null check (char_length(name_ar) between 1 and 80),
  -- The first and the last day on which a case of it may be opened, by the site's calendar.
  valid_from date not null,
  valid_to date,
  check (valid_to >= valid_from - 1)
);
comment on column cases.case_type.valid_to is 'the day before valid_from where it never began';

insert into cases.case_type (code, name_vi, name_en, name_ar, valid_from) values
  ('THEFT', 'Trộm cắp', 'Theft', 'سرقة', '2000-01-01'),
  ('ASSAULT', 'Cố ý gây thương tích', 'Assault', 'اعتداء', '2000-01-01'),
  ('TRAFFIC', 'Va chạm giao thông', 'Traffic', 'مرور', '2000-01-01'),
  ('PUBLIC_ORDER', 'Trật tự công cộng', 'Public order', 'نظام عام', '2000-01-01'),
  ('OTHER', 'Khác', 'Other', 'أخرى', '2000-01-01');

-- A case, from opening to its outcome.
create table cases.case_file (
  id uuid primary key,
  code text not null unique,
  title text not null,
  type text not null constraint case_file_type references cases.case_type,
  occurred_from timestamptz not null,
  occurred_to timestamptz check (occurred_to >= occurred_from),
  area_id uuid not null,
  -- Of some cases no more is said of where they happened than the commune.
  protection text not null default 'NONE'
    check (protection in ('NONE', 'CHILD', 'DOMESTIC_VIOLENCE')),
  place text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
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
  check (clarified or cardinality(clarified_by) = 0),
  constraint whole_point check ((latitude is null) = (longitude is null)),
  constraint protected_has_no_place
    check (protection = 'NONE' or (latitude is null and place is null))
);
comment on column cases.case_file.search_text is 'code, title, place and description, folded';
create index case_file_area on cases.case_file (area_id, id desc);
create index case_file_opened on cases.case_file (opened_at);
create index case_file_closed on cases.case_file (closed_at) where closed_at is not null;

create function cases.refuse_change() returns trigger language plpgsql as
  'begin raise exception ''notes are only added''; end';

-- What happened in a case, one by one: three thefts in two weeks, or what began on one street and
-- ended on another. One that was entered by mistake is withdrawn, never deleted.
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

-- The requests for footage that are made for a case, as evidence tells of them.
create table cases.linked_request (
  request_id uuid primary key,
  case_id uuid not null references cases.case_file,
  code text not null,
  state text not null,
  pending boolean not null,
  -- Which incident of its case it is about, where somebody said so.
  incident_id uuid,
  constraint about_own_incident
    foreign key (case_id, incident_id) references cases.incident (case_id, id)
);
create index linked_request_case on cases.linked_request (case_id, request_id);

-- Who works on a case; only they read the records of its people.
create table cases.officer (
  case_id uuid not null references cases.case_file,
  person_id uuid not null,
  since timestamptz not null,
  until timestamptz check (until >= since),
  primary key (case_id, person_id, since)
);
create unique index officer_present on cases.officer (case_id, person_id) where until is null;

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
create trigger note_only_added before update or delete on cases.note
  for each row execute function cases.refuse_change();

-- What was changed in a case, or in one of its incidents, and why; only ever added to.
create table cases.change (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  what text not null check (
    what in ('PLACE', 'PROTECTION', 'INCIDENT_CORRECTED', 'INCIDENT_WITHDRAWN')),
  at timestamptz not null,
  by_person uuid not null,
  reason text not null check (char_length(reason) between 10 and 1000),
  event_id uuid not null,
  incident_id uuid,
  constraint change_of_own_incident
    foreign key (case_id, incident_id) references cases.incident (case_id, id),
  constraint change_of_an_incident
    check ((what in ('INCIDENT_CORRECTED', 'INCIDENT_WITHDRAWN')) = (incident_id is not null))
);
create index change_case on cases.change (case_id, id);
create trigger change_only_added before update or delete on cases.change
  for each row execute function cases.refuse_change();

-- The people of a case, by what they are in it. Name, contact and legal basis are one encrypted
-- value; nothing of them is in a column, so nothing can be searched.
create table cases.party (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  role text not null check (role in ('REPORTER', 'REPORTED', 'VICTIM', 'WITNESS')),
  child boolean not null,
  from_on date not null,
  -- The last day on which the record may be read.
  until_on date not null check (until_on >= from_on),
  content_cipher bytea,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  sealed_at timestamptz,
  erased_at timestamptz,
  check ((content_cipher is null) = (erased_at is not null))
);
create index party_case on cases.party (case_id, id);
create index party_until on cases.party (until_on) where erased_at is null;

-- Somebody who works on a case asks that the sealed record of one of its people be opened again, and
-- an approver, who names the document of the prosecutor or the court, confirms or refuses it. What
-- may tell of the person is encrypted, as the record is. Rows go with the record's content.
create table cases.party_reopening (
  id uuid primary key,
  party_id uuid not null references cases.party,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  wanted_cipher bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('CONFIRMED', 'REFUSED')),
  decision_cipher bytea,
  decided_by uuid check (decided_by <> asked_by),
  decided_at timestamptz,
  check (num_nonnulls(outcome, decision_cipher, decided_by, decided_at) in (0, 4))
);
create index party_reopening_party on cases.party_reopening (party_id, id);
create unique index party_reopening_pending on cases.party_reopening (party_id)
  where decided_at is null;

-- The vehicles of a case. A plate is kept as it was read: two plates that are the same without
-- blanks, dots and dashes can be different ones.
create table cases.vehicle (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  role text not null check (role in ('STOLEN', 'USED', 'INVOLVED', 'SOUGHT')),
  kind text not null
    check (kind in ('MOTORBIKE', 'CAR', 'TRUCK', 'BUS', 'TRICYCLE', 'BICYCLE', 'OTHER')),
  plate text check (char_length(plate) between 1 and 40),
  plate_rows smallint check (plate_rows in (1, 2)),
  plate_colour text check (plate_colour in ('WHITE', 'BLUE', 'YELLOW', 'RED', 'OTHER')),
  colour text check (colour in ('WHITE', 'BLACK', 'GREY', 'RED', 'BLUE', 'GREEN', 'YELLOW',
    'BROWN', 'ORANGE', 'PURPLE', 'OTHER')),
  words text check (char_length(words) between 1 and 300),
  added_by uuid not null,
  added_at timestamptz not null,
  check (plate is not null or (plate_rows is null and plate_colour is null))
);
create index vehicle_case on cases.vehicle (case_id, id);

-- That a case is over for good: somebody who works on it says so by a paper, and an approver who does
-- not confirms or refuses it; and, in the same way, that it is not over after all. The last one that
-- was confirmed counts.
create table cases.ending (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  act text not null check (act in ('END', 'UNDO')),
  kind text check (kind in ('JUDGMENT_IN_FORCE', 'INVESTIGATION_TERMINATED', 'NOT_PROSECUTED',
    'ADMINISTRATIVE_DECISION', 'HANDED_ON')),
  authority text check (authority in ('COURT', 'PROSECUTOR', 'POLICE', 'PEOPLES_COMMITTEE', 'OTHER')),
  paper_number text check (char_length(paper_number) between 1 and 120),
  paper_on date,
  reason text not null check (char_length(reason) between 10 and 1000),
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_event uuid not null,
  outcome text check (outcome in ('CONFIRMED', 'REFUSED')),
  decision_reason text check (char_length(decision_reason) between 1 and 1000),
  decided_by uuid,
  decided_at timestamptz,
  decided_event uuid,
  constraint end_has_its_paper check (
    num_nonnulls(kind, authority, paper_number, paper_on) = case act when 'END' then 4 else 0 end),
  constraint another_person_decides check (decided_by <> asked_by),
  constraint decided_whole check (
    num_nonnulls(outcome, decided_by, decided_at, decided_event) in (0, 4)),
  constraint refused_with_a_reason check (
    outcome is distinct from 'REFUSED' or decision_reason is not null)
);
create index ending_case on cases.ending (case_id, id);
create unique index ending_pending on cases.ending (case_id) where decided_at is null;
create trigger ending_never_deleted before delete on cases.ending
  for each row execute function cases.refuse_change();
