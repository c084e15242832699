-- What was noted of a drill wrongly is noted again by another version: the last one counts, and the
-- others stay.
alter table community.drill add column results int not null default 0 check (results >= 0);
update community.drill set results = 1 where state = 'HELD';
create table community.drill_result (
  drill_id uuid not null references community.drill,
  version int not null check (version > 0),
  on_day date not null,
  minutes int not null check (minutes between 15 and 4320),
  -- Why it was corrected.
  reason text check (char_length(reason) between 1 and 500),
  by_id uuid not null,
  at timestamptz not null,
  primary key (drill_id, version),
  check ((version = 1) = (reason is null))
);
insert into community.drill_result (drill_id, version, on_day, minutes, by_id, at)
  select id, 1, on_day, minutes, ended_by, ended_at from community.drill where state = 'HELD';
alter table community.drill_attendance add column version int not null default 1 check (version > 0);
alter table community.drill_attendance alter column version drop default;
alter table community.drill_attendance drop constraint drill_attendance_pkey;
alter table community.drill_attendance add primary key (drill_id, version, member_id);
alter table community.drill add check ((state = 'HELD') = (results > 0));

-- An item of a commune that was divided is taken over by the one where it lies, by a paper.
alter table community.equipment_move drop constraint equipment_move_kind_check;
alter table community.equipment_move add constraint equipment_move_kind_check
  check (kind in ('RECEIVED', 'ISSUED', 'RETURNED', 'SENT_TO_REPAIR', 'REPAIRED', 'WRITTEN_OFF',
    'TAKEN_OVER'));
alter table community.equipment_move add constraint equipment_move_taken_over_check
  check (kind <> 'TAKEN_OVER' or paper is not null);

-- Who leads a group is corrected, or stops before the term ends; what stood is kept as long as the
-- name is.
alter table community.group_leader add column version int not null default 1 check (version > 0);
create table community.group_leader_before (
  leader_id uuid not null references community.group_leader,
  version int not null check (version > 0),
  name text check (char_length(name) between 1 and 120),
  phone text check (char_length(phone) between 1 and 30),
  until_on date not null,
  reason text not null check (char_length(reason) between 1 and 500),
  by_id uuid not null,
  at timestamptz not null,
  primary key (leader_id, version)
);
