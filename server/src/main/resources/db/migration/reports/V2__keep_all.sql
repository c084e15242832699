-- The words, the key and the times of what was reported are kept as its figures are.
create or replace function reports.keep_figures() returns trigger language plpgsql as $$
begin
  if new.report_id <> old.report_id or new.version <> old.version
    or new.figures <> old.figures or new.sha256 <> old.sha256 or new.counted_at <> old.counted_at
    or new.submitted_by <> old.submitted_by
    or (old.approved_by is not null and (new.approved_by, new.approved_at)
      is distinct from (old.approved_by, old.approved_at))
    or (old.accepted_by is not null and (new.accepted_by, new.accepted_at)
      is distinct from (old.accepted_by, old.accepted_at))
    or (old.locked_by is not null and (new.locked_by, new.locked_at)
      is distinct from (old.locked_by, old.locked_at)) then
    raise exception 'what was reported is never changed';
  end if;
  return new;
end $$;
create trigger report_note_kept before update or delete on reports.report_note
  for each row execute function reports.refuse_change();
