revoke update, delete on oversight.day_count, oversight.weekly_sample, oversight.finding_access,
  oversight.own_case, oversight.publication from ${program};
revoke delete on oversight.finding from ${program};
