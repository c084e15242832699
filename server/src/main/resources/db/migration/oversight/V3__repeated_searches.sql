-- Searches among the sightings, and the finding about those for the same plate.
alter table oversight.case_span add column progressed_at timestamptz;
comment on column oversight.case_span.progressed_at is
  'When a request, a note, an incident or a pass was last added to the case';

alter table oversight.footage_access drop constraint look_kind_check;
alter table oversight.footage_access add constraint footage_access_kind_check
  check (kind in
    ('FOOTAGE', 'PLACE', 'LIVE', 'REQUEST', 'SEARCH', 'REFUSED', 'RECORDS', 'EMERGENCY'));

alter table oversight.finding drop constraint finding_rule_check;
alter table oversight.finding add constraint finding_rule_check
  check (rule in ('REPEATED_TARGET', 'VOLUME', 'OFF_HOURS', 'REFUSED_AGAIN', 'CLOSED_CASE',
    'EMERGENCY_NOT_JUSTIFIED', 'EMERGENCY_UNREVIEWED', 'NOT_PLAIN', 'OWN_ADDRESS',
    'REPEATED_SEARCH'));

-- Of one case there may be several about searches, one a plate: they are known by their searches.
drop index oversight.finding_open;
create unique index finding_open on oversight.finding
  (rule, person_id, kind, coalesce(target_id, ''), coalesce(day, date '0001-01-01'))
  where closed_at is null and rule <> 'REPEATED_SEARCH';
