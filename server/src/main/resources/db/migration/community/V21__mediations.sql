-- Mediations of villages (Law 35/2013/QH13). Who the parties are, what it is about, why it was
-- referred and all that was said is one encrypted value; nothing of it is in a column.
create table community.mediation (
  id uuid primary key,
  code text not null unique,
  village_id uuid not null,
  other_village_id uuid check (other_village_id <> village_id),
  basis text not null check (basis in ('PARTY_ASKS', 'MEDIATOR_KNOWS', 'ASSIGNED_OR_ASKED')),
  kind text not null check (kind in ('NEIGHBOURS', 'PROPERTY', 'BOUNDARY', 'FAMILY', 'INHERITANCE',
    'DEBT', 'ENVIRONMENT', 'OTHER')),
  received_on date not null,
  received_by uuid not null,
  received_at timestamptz not null,
  -- For violence in a family or for a child: referred for good, and hidden.
  guarded boolean not null,
  state text not null check (state in ('RECEIVED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS',
    'FOLLOW_UP', 'CLOSED', 'REFERRED')),
  book_year int,
  book_number int,
  mediator_id uuid references community.mediator,
  assigned_on date,
  start_by date,
  start_agreed boolean not null default false,
  started_on date,
  late boolean not null default false,
  sessions int not null default 0,
  outcome text check (outcome in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED')),
  ended_at timestamptz,
  follow_up_by date,
  kept boolean,
  referred_by uuid,
  closed_at timestamptz,
  -- The next day by which something is to be done.
  due_on date,
  initials_cipher bytea,
  content_cipher bytea,
  erased_at timestamptz,
  unique (village_id, book_year, book_number),
  check ((book_year is null) = (book_number is null)),
  check (book_year is not null or state = 'REFERRED'),
  check (not guarded or state = 'REFERRED'),
  check ((state = 'REFERRED') = (referred_by is not null)),
  check ((state in ('CLOSED', 'REFERRED')) = (closed_at is not null)),
  -- What the scope check stopped is with no mediator.
  check (state <> 'REFERRED' or mediator_id is null),
  check (state not in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'FOLLOW_UP') or mediator_id is not null),
  check ((mediator_id is null) = (assigned_on is null)),
  check ((assigned_on is null) = (start_by is null)),
  check ((outcome is null) = (ended_at is null)),
  check ((state in ('FOLLOW_UP', 'CLOSED')) = (outcome is not null)),
  check (state <> 'FOLLOW_UP' or follow_up_by is not null),
  check ((content_cipher is null) = (erased_at is not null)),
  check (erased_at is null or (closed_at is not null and initials_cipher is null))
);
create index mediation_open on community.mediation (due_on, id) where closed_at is null;
create index mediation_village on community.mediation (village_id, received_on);
create index mediation_closed on community.mediation (closed_at) where erased_at is null;

-- What happened with a mediation and who did it; why stands in its content.
create table community.mediation_step (
  seq bigint generated always as identity primary key,
  mediation_id uuid not null references community.mediation,
  at timestamptz not null,
  what text not null,
  by uuid not null
);
create index mediation_step_of on community.mediation_step (mediation_id, seq);

-- Who may not mediate it, having or perhaps having an interest in it (articles 10.3, 18.2).
create table community.mediation_exclusion (
  mediation_id uuid not null references community.mediation,
  mediator_id uuid not null references community.mediator,
  primary key (mediation_id, mediator_id)
);

-- How far the books of the villages are written (article 21.4).
create table community.mediation_book (
  village_id uuid not null,
  year int not null,
  last int not null,
  primary key (village_id, year)
);

-- Whom to turn to in place of a mediator. Numbers are data: they change, and not all of them were
-- found in a law.
create table community.mediation_authority (
  question text not null check (question in ('VIOLENCE', 'CHILD', 'INJURY', 'OFFENCE',
    'PUBLIC_INTEREST', 'BARRED', 'OTHER_LAW')),
  place int not null,
  authority text not null check (authority in ('POLICE', 'AMBULANCE', 'COMMUNE', 'CHILD_HOTLINE',
    'VIOLENCE_HOTLINE', 'COURT')),
  phone text,
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (question, place, valid_from),
  check (valid_to >= valid_from)
);
insert into community.mediation_authority values
  ('VIOLENCE', 1, 'POLICE', '113', 'Luật 13/2022/QH15, Điều 19.1.b; số gọi chưa đối chiếu với văn bản', '2023-07-01', null),
  ('VIOLENCE', 2, 'COMMUNE', null, 'Luật 13/2022/QH15, Điều 19.1.a', '2023-07-01', null),
  ('VIOLENCE', 3, 'VIOLENCE_HOTLINE', null, 'Luật 13/2022/QH15, Điều 19.1.e; số gọi chưa đối chiếu nên để trống', '2023-07-01', null),
  ('VIOLENCE', 4, 'AMBULANCE', '115', 'Số gọi chưa đối chiếu với văn bản', '2023-07-01', null),
  ('CHILD', 1, 'POLICE', '113', 'Số gọi chưa đối chiếu với văn bản', '2014-01-01', null),
  ('CHILD', 2, 'CHILD_HOTLINE', '111', 'Số gọi chưa đối chiếu với văn bản', '2017-12-06', null),
  ('CHILD', 3, 'COMMUNE', null, 'Số gọi chưa đối chiếu với văn bản', '2014-01-01', null),
  ('CHILD', 4, 'AMBULANCE', '115', 'Số gọi chưa đối chiếu với văn bản', '2014-01-01', null),
  ('INJURY', 1, 'POLICE', '113', 'Luật 35/2013/QH13, Điều 10.5', '2014-01-01', null),
  ('INJURY', 2, 'AMBULANCE', '115', 'Số gọi chưa đối chiếu với văn bản', '2014-01-01', null),
  ('INJURY', 3, 'COMMUNE', null, 'Luật 35/2013/QH13, Điều 10.4', '2014-01-01', null),
  ('OFFENCE', 1, 'POLICE', '113', 'Luật 35/2013/QH13, Điều 10.5', '2014-01-01', null),
  ('PUBLIC_INTEREST', 1, 'COMMUNE', null, 'Luật 35/2013/QH13, Điều 3.1.a', '2014-01-01', null),
  ('BARRED', 1, 'COURT', null, 'Luật 35/2013/QH13, Điều 3.1.b', '2014-01-01', null),
  ('OTHER_LAW', 1, 'COMMUNE', null, 'Luật 35/2013/QH13, Điều 3.1.d', '2014-01-01', null);
