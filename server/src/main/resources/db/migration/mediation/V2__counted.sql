-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on mediation.mediation
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on mediation.step
  for each statement execute function platform.note_change();
