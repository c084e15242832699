-- What was decided about changes stays.
revoke update, delete on campaign.change_decision from ${program};
