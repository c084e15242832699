-- The mediation team of a village (Law 35/2013/QH13, article 12). Whether a minority is represented
-- is said of the team, never of a person.
create table mediation.team (
  id uuid primary key,
  village_id uuid not null unique,
  minority_area boolean not null,
  minority_represented boolean,
  represented_by uuid,
  recognised boolean not null default false,
  check ((minority_represented is null) = (represented_by is null))
);

-- How the households elected whom the chair recognises (Law 35/2013/QH13, article 8.2 and 8.3).
create table mediation.election (
  id uuid primary key,
  team_id uuid not null references mediation.team,
  form text not null check (form in ('OPEN_VOTE', 'SECRET_BALLOT', 'BALLOT_PAPERS')),
  held_on date not null,
  -- Of the village, whether they came or not.
  households int not null check (households between 1 and 100000),
  -- How many mediators the chair decided for the team (article 12.2).
  seats int not null check (seats between 3 and 30),
  by_id uuid not null,
  at timestamptz not null
);
create index mediation_election_team on mediation.election (team_id);

-- Whom a village elected. Names are made known there with the decision (article 8.4). Whom a list
-- brought in was decided about on paper before, so nobody decided it here, and nothing is known of
-- how who leads a team was elected (article 14).
create table mediation.mediator (
  id uuid primary key,
  team_id uuid not null references mediation.team,
  name text not null check (char_length(name) between 1 and 120),
  search_text text not null generated always as (platform.folded(name)) stored,
  woman boolean not null,
  leader boolean not null,
  person_id uuid,
  -- Whose account was bound to it first: another person's never takes its place.
  first_person_id uuid,
  election_id uuid references mediation.election,
  -- How many households agreed.
  votes int check (votes >= 1),
  leader_form text check (leader_form in ('OPEN_VOTE', 'SECRET_BALLOT')),
  leader_elected_on date,
  leader_voters int check (leader_voters between 1 and 30),
  leader_votes int check (leader_votes between 1 and leader_voters),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  refused_at timestamptz,
  refusal text,
  decision_number text,
  decided_on date,
  decided_by uuid,
  ended_on date,
  end_cause text check (end_cause in ('OWN_WISH', 'CRITERIA', 'BREACH')),
  end_number text,
  ended_by uuid,
  imported_event uuid,
  check (person_id is null or first_person_id is not null),
  check ((election_id is null) = (votes is null)),
  check (num_nulls(leader_form, leader_elected_on, leader_voters, leader_votes) in (0, 4)),
  -- Who recognises is another person; the same by another account is the server's to see.
  check (decided_by is null or decided_by <> proposed_by),
  check ((refused_at is null) = (refusal is null)),
  check ((decided_on is null) = (decision_number is null)),
  check (refused_at is null or decided_on is null),
  constraint mediator_decided check ((decided_by is null)
    = (imported_event is not null or (decided_on is null and refused_at is null))),
  check ((ended_on is null) = (end_cause is null)),
  check (ended_on is null
    or (end_number is not null and ended_by is not null and decided_on is not null))
);
create index mediator_team on mediation.mediator (team_id);
create index mediator_person on mediation.mediator (person_id) where person_id is not null;

-- That somebody is to be a mediator no more waits for the chair (article 11.2).
create table mediation.mediator_release (
  id uuid primary key,
  mediator_id uuid not null references mediation.mediator,
  cause text not null check (cause in ('OWN_WISH', 'CRITERIA', 'BREACH')),
  reason text not null check (char_length(reason) between 1 and 1000),
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  accepted boolean,
  refusal text check (char_length(refusal) between 1 and 1000),
  check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (accepted is null)),
  check ((refusal is not null) = (accepted is not null and not accepted))
);
create unique index mediator_release_pending on mediation.mediator_release (mediator_id)
  where decided_at is null;

-- The yearly review of a team (article 12.3).
create table mediation.team_review (
  team_id uuid not null references mediation.team,
  year int not null check (year between 2014 and 2199),
  held_on date not null,
  organisation text not null check (char_length(organisation) between 1 and 2000),
  activity text not null check (char_length(activity) between 1 and 2000),
  proposal text not null check (proposal in ('KEEP', 'ADD', 'REPLACE', 'REORGANISE')),
  by_id uuid not null,
  at timestamptz not null,
  primary key (team_id, year)
);

-- Mediations of villages (Law 35/2013/QH13). Who the parties are, what it is about, why it was
-- referred and all that was said is one encrypted value; nothing of it is in a column.
create table mediation.mediation (
  id uuid primary key,
  code text not null unique,
  village_id uuid not null,
  other_village_id uuid check (other_village_id <> village_id),
  -- The commune that its village lay in then: a merger moves no figure of before. Null where that is
  -- not known, which is as the village lies at present.
  commune_id uuid,
  basis text not null check (basis in ('PARTY_ASKS', 'MEDIATOR_KNOWS', 'ASSIGNED_OR_ASKED')),
  kind text not null check (kind in ('NEIGHBOURS', 'PROPERTY', 'BOUNDARY', 'FAMILY', 'INHERITANCE',
    'DEBT', 'ENVIRONMENT', 'OTHER')),
  received_on date not null,
  received_by uuid not null,
  received_at timestamptz not null,
  -- For violence in a family or for a child: referred for good, and hidden.
  guarded boolean not null,
  state text not null check (state in ('RECEIVED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS',
    'FOLLOW_UP', 'CLOSED', 'REFERRED', 'REVIEW')),
  -- It waits for another person's look: words tell of violence, or it is a family's. Where it goes
  -- on if it may stands beside; what was found and decided is in its content.
  reviewer text check (reviewer in ('OFFICER', 'SECOND_PERSON')),
  resumes text check (resumes in ('RECEIVED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'FOLLOW_UP',
    'CLOSED')),
  book_year int,
  book_number int,
  -- Figures are counted from what was written down once, by the server's clock, and not from how a
  -- mediation stands at present: what is found out today changes no figure of a time that is over.
  entered_at timestamptz,
  -- Whether the entry was taken over from a book on paper (article 21.4).
  from_book boolean not null default false,
  mediator_id uuid references mediation.mediator,
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
  check ((entered_at is null) = (book_number is null)),
  check (book_year is not null or state in ('REFERRED', 'REVIEW')),
  check (not guarded or state = 'REFERRED'),
  check ((state = 'REFERRED') = (referred_by is not null)),
  check ((state = 'REVIEW') = (reviewer is not null)),
  check ((reviewer is null) = (resumes is null)),
  check ((state in ('CLOSED', 'REFERRED')) = (closed_at is not null)),
  -- What the scope check stopped is with no mediator.
  check (state <> 'REFERRED' or mediator_id is null),
  check (state not in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'FOLLOW_UP') or mediator_id is not null),
  check ((mediator_id is null) = (assigned_on is null)),
  check ((assigned_on is null) = (start_by is null)),
  check ((outcome is null) = (ended_at is null)),
  check (state = 'REVIEW' or (state in ('FOLLOW_UP', 'CLOSED')) = (outcome is not null)),
  check (state <> 'FOLLOW_UP' or follow_up_by is not null),
  check ((content_cipher is null) = (erased_at is not null)),
  check (erased_at is null or (closed_at is not null and initials_cipher is null))
);
create index mediation_open on mediation.mediation (due_on, id) where closed_at is null;
create index mediation_village on mediation.mediation (village_id, received_on);
create index mediation_closed on mediation.mediation (closed_at) where erased_at is null;
create index mediation_entered on mediation.mediation (entered_at);

-- What happened with a mediation and who did it; why stands in its content.
create table mediation.step (
  seq bigint generated always as identity primary key,
  mediation_id uuid not null references mediation.mediation,
  at timestamptz not null,
  what text not null,
  by uuid not null
);
create index mediation_step_of on mediation.step (mediation_id, seq);
create index mediation_step_counted on mediation.step (at)
  where what in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED', 'REFERRED');

-- Who may not mediate it, having or perhaps having an interest in it (articles 10.3, 18.2).
create table mediation.exclusion (
  mediation_id uuid not null references mediation.mediation,
  mediator_id uuid not null references mediation.mediator,
  primary key (mediation_id, mediator_id)
);

-- How far the books of the villages are written (article 21.4).
create table mediation.book (
  village_id uuid not null,
  year int not null,
  last int not null,
  primary key (village_id, year)
);

-- What figures count: receipts are the numbers of the books. What was taken over from a paper book
-- happened before and was reported then: it enters no figure.
create view mediation.counted as
  select id, code, village_id, commune_id, 'RECEIVED' as what, entered_at as at
  from mediation.mediation where entered_at is not null and not from_book
  union all
  select m.id, m.code, m.village_id, m.commune_id, s.what, s.at
  from mediation.step s join mediation.mediation m on m.id = s.mediation_id
  where s.what in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED', 'REFERRED');

-- What stood in a book at a moment and had not ended or been referred by then.
create function mediation.pending(moment timestamptz)
returns setof mediation.mediation language sql stable as $$
  select m.* from mediation.mediation m
  where m.entered_at < moment
    and (m.closed_at is null or m.closed_at >= moment)
    and coalesce((
      select s.what from mediation.step s
      where s.mediation_id = m.id and s.at < moment
        and s.what in ('AGREED', 'NOT_AGREED', 'STOPPED', 'ESCALATED', 'REFERRED',
          'REFERRAL_TAKEN_BACK')
      order by s.seq desc limit 1), 'REFERRAL_TAKEN_BACK') = 'REFERRAL_TAKEN_BACK'
$$;

-- Whom to turn to in place of a mediator. Numbers are data: they change, and not all of them were
-- found in a law.
create table mediation.authority (
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
insert into mediation.authority values
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

-- What a mediator gets for a mediation that ended (Law 35/2013/QH13, articles 6 and 9.5). The amounts
-- are a province's to say within a circular that was not found: none comes with the system.
create table mediation.fee (
  id uuid primary key,
  from_on date not null,
  outcome text not null check (outcome in ('AGREED', 'NOT_AGREED', 'STOPPED')),
  dong bigint not null check (dong between 0 and 100000000),
  source text not null check (char_length(source) between 1 and 300),
  -- Whether somebody compared it with the paper.
  checked boolean not null default false,
  by_id uuid not null,
  at timestamptz not null,
  unique (outcome, from_on)
);
