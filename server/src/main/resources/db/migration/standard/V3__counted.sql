-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on standard.version
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on standard.assessment
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on standard.step
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on standard.exception
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on standard.exemption
  for each statement execute function platform.note_change();
