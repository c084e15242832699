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
  -- As it says now; null where it does not.
  latitude double precision,
  longitude double precision,
  opened_at timestamptz not null,
  closed_at timestamptz
);
create index case_span_opened on oversight.case_span (opened_at);

-- When and where the incidents of cases happened that were not withdrawn; the place is null where it
-- is that of the case, or not said.
create table oversight.incident_span (
  incident_id uuid primary key,
  case_id uuid not null,
  occurred_from timestamptz not null,
  occurred_to timestamptz,
  latitude double precision,
  longitude double precision
);
create index incident_span_case on oversight.incident_span (case_id);

-- Cases are a person's own who opened them, wrote in them, or asked for footage for them.
create table oversight.own_case (
  person_id uuid not null,
  case_id uuid not null,
  primary key (person_id, case_id)
);

-- Requests for footage, by whoever asked.
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
    check (kind in
      ('FOOTAGE', 'PLACE', 'LIVE', 'REQUEST', 'REFUSED', 'RECORDS', 'EMERGENCY')),
  target_kind text not null,
  target_id text not null,
  target_code text,
  area_id uuid,
  -- Where what was looked at lies; null where that is not known.
  latitude double precision,
  longitude double precision,
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
  -- The emergency access under which it was, which no case covers.
  emergency_id uuid,
  entries int not null,
  -- The first hundred of its entries in the log.
  indexes bigint[] not null
);
create index look_target on oversight.look (person_id, kind, target_id, first_at);
create index look_person on oversight.look (person_id, first_at);
create index look_first on oversight.look (first_at);
create index look_emergency on oversight.look (emergency_id) where emergency_id is not null;

-- How many entries of a kind the log has of a person on a day.
create table oversight.entry_day (
  person_id uuid not null,
  kind text not null,
  day date not null,
  entries bigint not null,
  primary key (kind, day, person_id)
);

-- A finding about somebody's looks, and what a supervisor said of it.
create table oversight.finding (
  id uuid primary key,
  code text not null unique,
  rule text not null
    check (rule in ('REPEATED_TARGET', 'VOLUME', 'OFF_HOURS', 'REFUSED_AGAIN', 'CLOSED_CASE',
      'EMERGENCY_NOT_JUSTIFIED', 'EMERGENCY_UNREVIEWED', 'NOT_PLAIN', 'OWN_ADDRESS')),
  person_id uuid not null,
  -- The area for which the person worked when it was found: auditors of that area, or of one above it,
  -- deal with it. Null: the whole site.
  area_id uuid,
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

-- The looks that it is made of.
create table oversight.finding_look (
  finding_id uuid not null references oversight.finding,
  look_id bigint not null references oversight.look,
  primary key (finding_id, look_id)
);
create index finding_look_look on oversight.finding_look (look_id);

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
  -- The area for which the person worked when it was drawn: auditors of that area, or of one above it,
  -- deal with it. Null: the whole site.
  area_id uuid,
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

-- One publication of the public figures: which part of the log it was made from.
create table oversight.publication (
  through date primary key,
  from_index bigint not null,
  to_index bigint not null check (to_index >= from_index),
  published_at timestamptz not null,
  event_id uuid not null
);

-- What a publication counted, by day.
create table oversight.day_count (
  through date not null references oversight.publication,
  day date not null,
  count_of text not null,
  count bigint not null,
  primary key (through, day, count_of)
);
create index day_count_day on oversight.day_count (day);

-- How far two places lie apart, in the plane that touches the ground at the second one: right to
-- metres at a few kilometres.
create function oversight.metres(
  latitude double precision, longitude double precision,
  other_latitude double precision, other_longitude double precision)
returns double precision language sql immutable as
  'select sqrt(power((latitude - other_latitude) * 110574, 2)
    + power((longitude - other_longitude) * 111320 * cos(radians(other_latitude)), 2))';
