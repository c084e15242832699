create function reports.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was reported is never changed';
end $$;

-- What one unit says of one period. `version` counts its submissions: a reopened report gets another
-- one, and those before stay. What was accepted last counts until another one is handed in, and the
-- time for that runs from the day on which it was reopened.
create table reports.report (
  id uuid primary key,
  code text not null unique,
  area_id uuid not null,
  -- As people write it: 2026-07, 2026-Q3, 2026-H2, 2026.
  period text not null check (period ~ '^2[01][0-9]{2}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$'),
  state text not null
    check (state in ('OPEN', 'REOPENED', 'SUBMITTED', 'APPROVED', 'ACCEPTED', 'LOCKED')),
  version int not null check (version >= 0),
  reopened_on date,
  created_at timestamptz not null,
  unique (area_id, period),
  check (version > 0 or state = 'OPEN'),
  check (state <> 'REOPENED' or reopened_on is not null)
);
create index report_period on reports.report (period, area_id);
create index report_waiting on reports.report (area_id)
  where state in ('SUBMITTED', 'APPROVED', 'REOPENED');

-- The figures as they were when they were submitted, as JSON with sorted members, and their SHA-256.
-- Only added to; who decided is filled in once.
create table reports.report_version (
  report_id uuid not null references reports.report,
  version int not null check (version > 0),
  figures text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  counted_at timestamptz not null,
  -- The last day on which it would have been in time, so that what was late stays known as late.
  due_on date,
  submitted_by uuid not null,
  approved_by uuid,
  approved_at timestamptz,
  accepted_by uuid,
  accepted_at timestamptz,
  locked_by uuid,
  locked_at timestamptz,
  primary key (report_id, version),
  check ((approved_by is null) = (approved_at is null)),
  check ((accepted_by is null) = (accepted_at is null)),
  check ((locked_by is null) = (locked_at is null)),
  check (accepted_by is null or approved_by is not null),
  check (locked_by is null or accepted_by is not null),
  -- The same human being by another account is the server's to see.
  constraint another_person_approves check (approved_by <> submitted_by),
  constraint another_person_accepts check (accepted_by <> submitted_by and accepted_by <> approved_by),
  constraint another_person_locks check (locked_by <> submitted_by and locked_by <> approved_by)
);

-- The figures, the words, the key and the times of what was reported are kept, and whoever decided
-- stays who did.
create function reports.keep_figures() returns trigger language plpgsql as $$
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

create trigger report_version_kept before update on reports.report_version
  for each row execute function reports.keep_figures();
create trigger report_version_never_deleted before delete on reports.report_version
  for each row execute function reports.refuse_change();

-- What who submitted says to an indicator.
create table reports.report_note (
  report_id uuid not null,
  version int not null,
  indicator text not null,
  words text not null check (char_length(words) between 1 and 500),
  primary key (report_id, version, indicator),
  foreign key (report_id, version) references reports.report_version
);
create trigger report_note_kept before update or delete on reports.report_note
  for each row execute function reports.refuse_change();

-- What was done with a report. Only added to.
create table reports.report_step (
  seq bigint generated always as identity primary key,
  report_id uuid not null references reports.report,
  version int not null,
  what text not null
    check (what in ('SUBMITTED', 'RETURNED', 'APPROVED', 'ACCEPTED', 'LOCKED', 'REOPENED')),
  reason text check (char_length(reason) between 1 and 1000),
  -- Whether who took it saw all figures, or some in tens or hidden.
  sight text check (sight in ('ALL', 'ROUNDED')),
  by_id uuid not null,
  at timestamptz not null,
  check (what not in ('RETURNED', 'REOPENED') or reason is not null)
);
create index report_step_report on reports.report_step (report_id, seq);
create trigger report_step_kept before update or delete on reports.report_step
  for each row execute function reports.refuse_change();

-- Units that were late, and when they were reminded.
create table reports.reminder (
  area_id uuid not null,
  period text not null,
  number int not null check (number > 0),
  on_day date not null,
  primary key (area_id, period, number)
);
create index reminder_period on reports.reminder (period);
