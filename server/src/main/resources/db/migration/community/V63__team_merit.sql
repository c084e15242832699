-- What was decided by a paper about the work of a team, or of somebody in it: commendations,
-- discipline, and the yearly rating of a team as a whole.
create table community.team_merit (
  id uuid primary key,
  team_id uuid not null references community.team,
  member_id uuid references community.member,
  kind text not null check (kind in ('COMMENDATION', 'DISCIPLINE', 'RATING')),
  form text not null,
  year int check (year between 2024 and 2199),
  paper_number text not null check (char_length(paper_number) between 1 and 60),
  paper_on date not null,
  paper_signer text check (char_length(paper_signer) between 1 and 120),
  authority text not null check (char_length(authority) between 1 and 160),
  words_cipher bytea,
  noted_by uuid not null,
  noted_at timestamptz not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_reason text check (char_length(withdrawn_reason) between 1 and 500),
  erased_at timestamptz,
  check (kind <> 'DISCIPLINE' or member_id is not null),
  check (kind <> 'RATING' or (member_id is null and year is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index team_merit_team on community.team_merit (team_id, paper_on desc, id desc);
create unique index team_merit_rating on community.team_merit (team_id, year)
  where kind = 'RATING' and withdrawn_at is null;
