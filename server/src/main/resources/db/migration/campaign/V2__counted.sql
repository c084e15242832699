-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on campaign.campaign
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on campaign.activity
  for each statement execute function platform.note_change();
