-- Lists are searched by these.
alter table community.team add column search_text text not null
  generated always as (platform.folded(code || ' ' || name)) stored;
alter table community.member add column search_text text
  generated always as (platform.folded(name)) stored;
alter table community.self_managed_group add column search_text text not null
  generated always as (platform.folded(code || ' ' || name)) stored;
alter table community.campaign add column search_text text not null
  generated always as (platform.folded(code || ' ' || title)) stored;
alter table community.equipment add column search_text text not null
  generated always as (platform.folded(code || ' ' || name || coalesce(' ' || serial, ''))) stored;
alter table community.mediator add column search_text text not null
  generated always as (platform.folded(name)) stored;

-- By code, T-9999 before T-10000.
create index team_listed on community.team (char_length(code), code);
create index programme_listed on community.programme (char_length(code), code);
create index member_search on community.member using gin ((' ' || search_text) public.gin_trgm_ops);
create index group_village on community.self_managed_group (village_id, id);
create index situation_over on community.situation (closed_at desc, id desc) where due_at is null;
