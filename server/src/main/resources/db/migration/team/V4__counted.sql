-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on team.team
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on team.strength
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on team.term
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on team.member
  for each statement execute function platform.note_change();
