-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on areas.area
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on areas.succession
  for each statement execute function platform.note_change();
