-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on cameras.camera
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on cameras.consent
  for each statement execute function platform.note_change();
