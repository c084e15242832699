-- What happened with a report is added to it.
revoke update, delete on situation.step from ${program};
