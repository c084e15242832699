-- What was proposed and decided about a team stays.
revoke delete on team.proposal from ${program};
