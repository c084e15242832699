-- Looks under an emergency access, which no case covers, and what its review says.
alter table oversight.look add column emergency_id uuid;
create index look_emergency on oversight.look (emergency_id) where emergency_id is not null;
alter table oversight.look drop constraint look_kind_check;
alter table oversight.look add constraint look_kind_check
  check (kind in ('FOOTAGE', 'PLACE', 'LIVE', 'REQUEST', 'REFUSED', 'RECORDS', 'EMERGENCY'));
alter table oversight.finding drop constraint finding_rule_check;
alter table oversight.finding add constraint finding_rule_check
  check (rule in ('REPEATED_TARGET', 'VOLUME', 'OFF_HOURS', 'REFUSED_AGAIN', 'CLOSED_CASE',
    'EMERGENCY_NOT_JUSTIFIED', 'EMERGENCY_UNREVIEWED'));
