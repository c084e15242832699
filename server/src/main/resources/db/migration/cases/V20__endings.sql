-- That a case is over for good: somebody who works on it says so by a paper, and an approver who does
-- not confirms or refuses it; and, in the same way, that it is not over after all. The last one that
-- was confirmed counts.
create table cases.ending (
  id uuid primary key,
  case_id uuid not null references cases.case_file,
  act text not null check (act in ('END', 'UNDO')),
  kind text check (kind in ('JUDGMENT_IN_FORCE', 'INVESTIGATION_TERMINATED', 'NOT_PROSECUTED',
    'ADMINISTRATIVE_DECISION', 'HANDED_ON')),
  authority text check (authority in ('COURT', 'PROSECUTOR', 'POLICE', 'PEOPLES_COMMITTEE', 'OTHER')),
  paper_number text check (char_length(paper_number) between 1 and 120),
  paper_on date,
  reason text not null check (char_length(reason) between 10 and 1000),
  asked_by uuid not null,
  asked_at timestamptz not null,
  asked_event uuid not null,
  outcome text check (outcome in ('CONFIRMED', 'REFUSED')),
  decision_reason text check (char_length(decision_reason) between 1 and 1000),
  decided_by uuid,
  decided_at timestamptz,
  decided_event uuid,
  constraint end_has_its_paper check (
    num_nonnulls(kind, authority, paper_number, paper_on) = case act when 'END' then 4 else 0 end),
  constraint another_person_decides check (decided_by <> asked_by),
  constraint decided_whole check (
    num_nonnulls(outcome, decided_by, decided_at, decided_event) in (0, 4)),
  constraint refused_with_a_reason check (
    outcome is distinct from 'REFUSED' or decision_reason is not null)
);
create index ending_case on cases.ending (case_id, id);
create unique index ending_pending on cases.ending (case_id) where decided_at is null;
create trigger ending_never_deleted before delete on cases.ending
  for each row execute function cases.refuse_change();
