-- Duty besides patrols is logged with them, by the same rules: what sort of duty it was.
alter table community.patrol add column kind text not null default 'PATROL'
  check (kind in ('PATROL', 'ON_CALL', 'EVENT', 'FIRE_RESCUE', 'TRAFFIC', 'ASSIGNED'));
alter table community.patrol alter column kind drop default;
