-- What an emergency access opens: footage of an area, or reports of situations of a commune.
alter table emergency_access
  add column purpose text not null default 'FOOTAGE' check (purpose in ('FOOTAGE', 'SITUATIONS'));
-- Whoever answers for a commune is told who opened its reports.
create index emergency_access_told on emergency_access (area_id, id) where purpose = 'SITUATIONS';
