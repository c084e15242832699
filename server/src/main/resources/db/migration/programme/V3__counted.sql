-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on programme.programme
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on programme.proposal
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on programme.assessment
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on programme.activity
  for each statement execute function platform.note_change();
