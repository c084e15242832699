-- Reports are kept as they were made (the triggers say more).
revoke update, delete on reports.report_note, reports.report_step from ${program};
revoke delete on reports.report, reports.report_version from ${program};
