-- A report that was asked back is in a state of its own: what was accepted last counts until another
-- one is handed in, and the time for that runs from the day on which it was reopened.
alter table reports.report add column reopened_on date;
alter table reports.report drop constraint report_state_check;
alter table reports.report add constraint report_state_check
  check (state in ('OPEN', 'REOPENED', 'SUBMITTED', 'APPROVED', 'ACCEPTED', 'LOCKED'));
update reports.report r set state = case r.state when 'OPEN' then 'REOPENED' else r.state end,
    reopened_on = (select cast(max(s.at) as date) from reports.report_step s
      where s.report_id = r.id and s.what = 'REOPENED')
  where exists (select from reports.report_step s where s.report_id = r.id and s.what = 'REOPENED');
alter table reports.report add check (state <> 'REOPENED' or reopened_on is not null);
create index report_waiting on reports.report (area_id)
  where state in ('SUBMITTED', 'APPROVED', 'REOPENED');

-- The last day on which it would have been in time, so that what was late stays known as late; null
-- of what was handed in before this was kept.
alter table reports.report_version add column due_on date;

-- Whether who took a step saw all figures, or some in tens or hidden; null of older ones.
alter table reports.report_step add column sight text check (sight in ('ALL', 'ROUNDED'));

create or replace function reports.keep_figures() returns trigger language plpgsql as $$
begin
  if new.report_id <> old.report_id or new.version <> old.version
    or new.figures <> old.figures or new.sha256 <> old.sha256 or new.counted_at <> old.counted_at
    or new.submitted_by <> old.submitted_by or new.due_on is distinct from old.due_on
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
