-- The mediation team of a village (Law 35/2013/QH13, article 12). Whether a minority is represented
-- is said of the team, never of a person.
create table community.mediation_team (
  id uuid primary key,
  village_id uuid not null unique,
  minority_area boolean not null,
  minority_represented boolean,
  represented_by uuid,
  recognised boolean not null default false,
  check ((minority_represented is null) = (represented_by is null))
);

-- Whom a village elected. Names are made known there with the decision (article 8.4).
create table community.mediator (
  id uuid primary key,
  team_id uuid not null references community.mediation_team,
  name text not null check (char_length(name) between 1 and 120),
  woman boolean not null,
  leader boolean not null,
  person_id uuid,
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
  -- Who recognises is another person; the same by another account is the server's to see.
  check (decided_by is null or decided_by <> proposed_by),
  check ((refused_at is null) = (refusal is null)),
  check ((decided_on is null) = (decision_number is null)),
  check (refused_at is null or decided_on is null),
  check ((decided_by is null) = (decided_on is null and refused_at is null)),
  check ((ended_on is null) = (end_cause is null)),
  check (ended_on is null or (end_number is not null and ended_by is not null and decided_on is not null))
);
create index mediator_team on community.mediator (team_id);
create index mediator_person on community.mediator (person_id) where person_id is not null;
