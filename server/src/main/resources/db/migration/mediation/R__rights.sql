-- What happened with a mediation is added to it.
revoke update, delete on mediation.step from ${program};
