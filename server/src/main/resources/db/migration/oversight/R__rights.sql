revoke update, delete on oversight.day_count, oversight.draw, oversight.finding_look,
  oversight.own_case, oversight.publication from ${program};
revoke delete on oversight.finding from ${program};
