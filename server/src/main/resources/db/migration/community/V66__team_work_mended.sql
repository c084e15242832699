-- Patrols of somebody who does not serve in that month are named in a sheet, and never zero.
alter table community.pay_line drop constraint pay_line_missing_check;
alter table community.pay_line add constraint pay_line_missing_check
  check (missing in ('RULE', 'BASE_SALARY', 'VILLAGE_TYPE', 'VILLAGE_TYPES_DIFFER', 'NOT_SERVING'));
