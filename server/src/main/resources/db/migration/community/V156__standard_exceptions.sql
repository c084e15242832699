-- What the assessment itself says of these.
alter table community.standard_assessment
  -- Whether there is a party organisation, so that there is to be its resolution.
  add column party_organisation boolean not null default true,
  add column plan_number text check (char_length(plan_number) between 1 and 80),
  add column plan_on date,
  add check ((plan_number is null) = (plan_on is null));

-- Codes of the conditions of which the answer says that there is no such thing.
alter table community.standard_answer add column absent text[] not null default '{}';

-- Which bodies came to the meeting, and which do not exist there.
alter table community.standard_minutes
  add column came text[] not null default '{}',
  add column nonexistent text[] not null default '{}';

-- What stood against a decision that the standard is met, as it was counted when that was decided,
-- and why it was decided all the same. Only added to.
create table community.standard_exception (
  step_id uuid not null references community.standard_step,
  criterion text not null,
  code text not null,
  -- What was counted or said, and what it is held against.
  number bigint not null,
  against bigint,
  reason text not null check (char_length(reason) between 10 and 1000),
  primary key (step_id, criterion, code)
);
