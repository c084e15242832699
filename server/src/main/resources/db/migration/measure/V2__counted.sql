-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on measure.measure
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on measure.opening
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on measure.monthly_count
  for each statement execute function platform.note_change();
