-- What indicators count is kept until it changes.
create trigger counted after insert or update or delete or truncate on teamwork.patrol
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on teamwork.patrol_version
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on teamwork.drill
  for each statement execute function platform.note_change();
create trigger counted after insert or update or delete or truncate on teamwork.self_managed_group
  for each statement execute function platform.note_change();
