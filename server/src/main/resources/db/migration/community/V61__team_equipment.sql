-- What a commune's teams were given: each item is one row; how it stands is what its last move says.
create table community.equipment (
  id uuid primary key,
  code text not null unique,
  commune_id uuid not null,
  kind text not null check (kind in ('SUPPORT_TOOL', 'UNIFORM', 'COMMUNICATION', 'LIGHT', 'FIRE_FIGHTING', 'RESCUE', 'OFFICE', 'OTHER')),
  name text not null check (char_length(name) between 1 and 160),
  serial text check (char_length(serial) between 1 and 60),
  state text not null check (state in ('IN_STORE', 'ISSUED', 'IN_REPAIR', 'WRITTEN_OFF')),
  team_id uuid references community.team,
  member_id uuid references community.member,
  moves int not null check (moves > 0),
  check ((state = 'ISSUED') = (member_id is not null)),
  check ((member_id is null) = (team_id is null))
);
create index equipment_commune on community.equipment (commune_id, id desc);
create index equipment_member on community.equipment (member_id) where member_id is not null;
create unique index equipment_serial on community.equipment (commune_id, kind, lower(serial))
  where serial is not null and state <> 'WRITTEN_OFF';

-- What happened with an item, each by its paper. Only added to.
create table community.equipment_move (
  equipment_id uuid not null references community.equipment,
  number int not null check (number > 0),
  kind text not null check (kind in ('RECEIVED', 'ISSUED', 'RETURNED', 'SENT_TO_REPAIR', 'REPAIRED', 'WRITTEN_OFF')),
  on_day date not null,
  paper text check (char_length(paper) between 1 and 60),
  team_id uuid references community.team,
  member_id uuid references community.member,
  note text check (char_length(note) between 1 and 500),
  by_id uuid not null,
  at timestamptz not null,
  primary key (equipment_id, number),
  check (kind not in ('RECEIVED', 'ISSUED', 'WRITTEN_OFF') or paper is not null)
);

-- A stocktaking of a commune: what was looked for and what was found.
create table community.stocktaking (
  id uuid primary key,
  commune_id uuid not null,
  on_day date not null,
  paper text not null check (char_length(paper) between 1 and 60),
  by_id uuid not null,
  at timestamptz not null,
  expected int not null check (expected >= 0),
  missing uuid[] not null,
  broken uuid[] not null
);
create index stocktaking_commune on community.stocktaking (commune_id, id desc);
