-- How far the log has been read.
create table oversight.position (
  reader text primary key,
  next_index bigint not null
);

-- What the log tells of cases: when and where each happened, and how long it was open.
create table oversight.case_span (
  case_id uuid primary key,
  -- The commune, or the area itself where it lies in none.
  area_id uuid,
  -- Null where the log does not say: then it may have been at any time.
  occurred_from timestamptz,
  occurred_to timestamptz,
  opened_at timestamptz not null,
  closed_at timestamptz
);

create index case_span_opened on oversight.case_span (opened_at);

-- Cases are a person's own who opened them, wrote in them, or asked for footage for them.
create table oversight.own_case (
  person_id uuid not null,
  case_id uuid not null,
  primary key (person_id, case_id)
);

create table oversight.asked (
  request_id uuid primary key,
  person_id uuid not null,
  case_id uuid not null,
  cameras text[] not null,
  span_from timestamptz not null,
  span_to timestamptz not null,
  at timestamptz not null,
  refused_at timestamptz
);
create index asked_person on oversight.asked (person_id, at);

-- One look of one person at one target, put together from entries of the log.
create table oversight.look (
  id bigint generated always as identity primary key,
  person_id uuid not null,
  kind text not null
    check (kind in ('FOOTAGE', 'PLACE', 'LIVE', 'REQUEST', 'REFUSED', 'RECORDS')),
  target_kind text not null,
  target_id text not null,
  target_code text,
  area_id uuid,
  -- Whether the person's work is not with cases of their own: then any case counts.
  office boolean not null,
  off_hours boolean not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Of the footage.
  span_from timestamptz not null,
  span_to timestamptz not null,
  covered text not null check (covered in ('NO', 'CLOSED_CASE', 'OPEN_CASE')),
  case_id uuid,
  entries int not null,
  -- The first hundred of its entries in the log.
  indexes bigint[] not null
);
create index look_target on oversight.look (person_id, kind, target_id, first_at);
create index look_person on oversight.look (person_id, first_at);
create index look_first on oversight.look (first_at);

-- How many entries of a kind the log has of a person on a day.
create table oversight.entry_day (
  person_id uuid not null,
  kind text not null,
  day date not null,
  entries bigint not null,
  primary key (kind, day, person_id)
);

create table oversight.finding (
  id uuid primary key,
  code text not null unique,
  rule text not null
    check (rule in ('REPEATED_TARGET', 'VOLUME', 'OFF_HOURS', 'REFUSED_AGAIN', 'CLOSED_CASE')),
  person_id uuid not null,
  kind text not null,
  target_kind text,
  target_id text,
  target_code text,
  day date,
  opened_at timestamptz not null,
  opened_event uuid not null,
  -- What the sentence that explains it is made of.
  looks bigint not null,
  of_own bigint,
  at_target bigint,
  of_others bigint,
  usual bigint,
  result text check (result in ('EXPLAINED', 'PASSED_ON')),
  reason text check (char_length(reason) between 10 and 1000),
  closed_by uuid check (closed_by <> person_id),
  closed_at timestamptz,
  closed_event uuid,
  check (num_nonnulls(result, reason, closed_by, closed_at, closed_event) in (0, 5))
);
create unique index finding_open on oversight.finding
  (rule, person_id, kind, coalesce(target_id, ''), coalesce(day, date '0001-01-01'))
  where closed_at is null;

create table oversight.finding_look (
  finding_id uuid not null references oversight.finding,
  look_id bigint not null references oversight.look,
  primary key (finding_id, look_id)
);
create index finding_look_look on oversight.finding_look (look_id);
