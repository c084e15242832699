-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on cases.case_file
  for each statement execute function platform.note_change();
