alter table oversight.finding drop constraint finding_rule_check;
alter table oversight.finding add constraint finding_rule_check check (rule in
  ('REPEATED_TARGET', 'VOLUME', 'OFF_HOURS', 'REFUSED_AGAIN', 'CLOSED_CASE',
    'EMERGENCY_NOT_JUSTIFIED', 'EMERGENCY_UNREVIEWED', 'NOT_PLAIN', 'OWN_ADDRESS'));
