-- Who works on a case; only they read the records of its people.
create table cases.officer (
  case_id uuid not null references cases.case_file,
  person_id uuid not null,
  since timestamptz not null,
  until timestamptz check (until >= since),
  primary key (case_id, person_id, since)
);
create unique index officer_present on cases.officer (case_id, person_id) where until is null;
insert into cases.officer (case_id, person_id, since)
  select id, opened_by, opened_at from cases.case_file;

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
