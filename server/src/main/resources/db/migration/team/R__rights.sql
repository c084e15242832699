-- What was proposed and decided about a team stays.
revoke delete on team.act from ${program};
