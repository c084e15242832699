-- Reports of residents, and of other systems by Open311.
alter table community.situation drop constraint situation_channel_check;
alter table community.situation add constraint situation_channel_check
  check (channel in ('TEAM', 'RESIDENT', 'ANONYMOUS', 'OPEN311', 'OFFICER'));

-- By which code who reported is let in again: only a keyed hash of it. The row is deleted when the
-- report is erased, so that a code of an erased one and one that never was are the same.
create table community.situation_follow (
  situation_id uuid primary key references community.situation,
  code_hash bytea not null unique,
  made_at timestamptz not null
);
