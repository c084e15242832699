-- Reports are kept as they were made (the triggers say more).
revoke update, delete on reports.report_note, reports.report_step,
  reports.custom_indicator_version from ${program};
revoke delete on reports.report, reports.report_version, reports.custom_indicator from ${program};
