-- Frigate, whose events a broker passes on, and cameras that analyse their pictures themselves are
-- sources, too. They have no key, nobody added them, and they stay.
alter table sightings.source
  drop constraint source_kind_check,
  drop constraint source_check,
  drop constraint source_check1,
  add check (kind in ('HTTP', 'BUILT_IN', 'MQTT', 'ONVIF')),
  add check (kind <> 'HTTP' or (key_hash is not null and added_by is not null)),
  add check (kind = 'HTTP' or (key_hash is null and revoked_at is null));
drop index sightings.source_built_in;
create unique index source_own_kind on sightings.source (kind) where kind <> 'HTTP';
insert into sightings.source (id, kind, name, added_at)
values ('0192a000-0000-7000-8000-000000000002', 'MQTT', 'Frigate (MQTT)', now()),
  ('0192a000-0000-7000-8000-000000000003', 'ONVIF', 'Camera (ONVIF)', now());
