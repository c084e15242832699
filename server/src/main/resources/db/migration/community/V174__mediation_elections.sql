-- How the households elected whom the chair recognises (Law 35/2013/QH13, article 8.2 and 8.3).
create table community.mediation_election (
  id uuid primary key,
  team_id uuid not null references community.mediation_team,
  form text not null check (form in ('OPEN_VOTE', 'SECRET_BALLOT', 'BALLOT_PAPERS')),
  held_on date not null,
  -- Of the village, whether they came or not.
  households int not null check (households between 1 and 100000),
  -- How many mediators the chair decided for the team (article 12.2).
  seats int not null check (seats between 3 and 30),
  by_id uuid not null,
  at timestamptz not null
);
create index mediation_election_team on community.mediation_election (team_id);
alter table community.mediator
  add column election_id uuid references community.mediation_election,
  -- How many households agreed.
  add column votes int check (votes >= 1),
  add check ((election_id is null) = (votes is null));

-- That somebody is to be a mediator no more waits for the chair (article 11.2).
create table community.mediator_release (
  id uuid primary key,
  mediator_id uuid not null references community.mediator,
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
create unique index mediator_release_pending on community.mediator_release (mediator_id)
  where decided_at is null;

-- The yearly review of a team (article 12.3).
create table community.mediation_team_review (
  team_id uuid not null references community.mediation_team,
  year int not null check (year between 2014 and 2199),
  held_on date not null,
  organisation text not null check (char_length(organisation) between 1 and 2000),
  activity text not null check (char_length(activity) between 1 and 2000),
  proposal text not null check (proposal in ('KEEP', 'ADD', 'REPLACE', 'REORGANISE')),
  by_id uuid not null,
  at timestamptz not null,
  primary key (team_id, year)
);
