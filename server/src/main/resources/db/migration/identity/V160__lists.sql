-- The list of people searches and sorts by these.
alter table person
  add column search_text text not null generated always as
    (platform.folded(username || ' ' || display_name)) stored,
  add column name_order text collate "C" not null generated always as
    (platform.name_order(display_name)) stored;
create index person_listed on person (name_order, id);
create index person_search on person using gin ((' ' || search_text) public.gin_trgm_ops);
create index person_area on person (area_id);
create index role_grant_role on role_grant (role, person_id);
