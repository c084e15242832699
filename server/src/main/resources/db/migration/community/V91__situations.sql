-- Reports of situations. What was seen and told, who is named, and the point on the map is one
-- encrypted value; who reported is another one, under a key of its own, in a table of its own.
create table community.situation (
  -- Made by who reports, so that sending twice is harmless.
  id uuid primary key,
  code text not null unique,
  channel text not null check (channel in ('TEAM', 'RESIDENT', 'ANONYMOUS', 'OFFICER')),
  commune_id uuid not null,
  -- Null where the reporter does not know, or did not say.
  village_id uuid,
  team_id uuid,
  kind text not null,
  danger boolean not null,
  injured boolean not null,
  urgent boolean not null,
  -- By its own kind; a merged one also by another's.
  own_guarded boolean not null,
  guarded boolean not null,
  state text not null check (state in ('SUBMITTED', 'ACKNOWLEDGED', 'REFERRED_POLICE',
    'SENT_TO_MEDIATION', 'REFERRED_OTHER', 'RESOLVED_ON_SITE', 'NOT_FOUNDED', 'CLOSED',
    'RETRACTED')),
  outcome text check (outcome in ('REFERRED_POLICE', 'SENT_TO_MEDIATION', 'REFERRED_OTHER',
    'RESOLVED_ON_SITE', 'NOT_FOUNDED', 'RETRACTED')),
  revision int not null,
  happened_at timestamptz,
  happened_precision text not null check (happened_precision in ('NOW', 'ABOUT', 'DAY', 'UNKNOWN')),
  noted_at timestamptz not null,
  received_at timestamptz not null,
  -- By how much the phone's clock was behind the server's, to which the times are put right.
  skew_seconds int not null,
  late boolean not null,
  changed boolean not null default false,
  receiver_id uuid,
  -- The one officer who may ever open who reported.
  identity_officer_id uuid,
  acknowledged_at timestamptz,
  written_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  reopened int not null default 0,
  mediation_id uuid,
  -- Whether all officers of the commune have a part in it, so that it is for those above.
  above boolean not null default false,
  merged_into uuid references community.situation check (merged_into <> id),
  retraction_asked_at timestamptz,
  -- Something came in after the end, or beside what an officer works with.
  attention_at timestamptz,
  due_what text check (due_what in ('ACKNOWLEDGE', 'WRITE', 'DECIDE', 'CLOSE', 'LOOK')),
  due_at timestamptz,
  escalated_at timestamptz,
  -- Since when it is urgent, where it was not at first.
  raised_at timestamptz,
  waiting_since timestamptz not null,
  content_cipher bytea,
  erased_at timestamptz,
  check ((happened_at is null) = (happened_precision = 'UNKNOWN')),
  check ((due_what is null) = (due_at is null)),
  check (guarded or not own_guarded),
  check ((receiver_id is null) = (acknowledged_at is null)),
  check (state = 'SUBMITTED' or acknowledged_at is not null),
  check ((state in ('CLOSED', 'RETRACTED')) = (closed_at is not null)),
  check (state in ('SUBMITTED', 'ACKNOWLEDGED') or outcome is not null),
  -- What is guarded is with no mediator.
  check (not guarded or state <> 'SENT_TO_MEDIATION'),
  check ((content_cipher is null) = (erased_at is not null)),
  check (erased_at is null or closed_at is not null or merged_into is not null)
);
create index situation_due on community.situation (due_at, id) where due_at is not null;
create index situation_commune on community.situation (commune_id, received_at);
create index situation_closed on community.situation (closed_at) where erased_at is null;
create index situation_merged on community.situation (merged_into) where merged_into is not null;

-- What happened with a report: appended, never changed. No word of why.
create table community.situation_step (
  seq bigint generated always as identity primary key,
  situation_id uuid not null references community.situation,
  at timestamptz not null,
  what text not null,
  -- Null for the reporter, and for what the server did.
  by uuid,
  mark text check (mark in ('LATE', 'CHANGED', 'CORRECTED', 'AFTER_END'))
);
create index situation_step_of on community.situation_step (situation_id, seq);

-- Officers who have, or may have, a part in it: named in it, its reporter, or kin.
create table community.situation_conflict (
  situation_id uuid not null references community.situation,
  person_id uuid not null,
  primary key (situation_id, person_id)
);

-- Who reported: encrypted under a key of its own, found again by a keyed hash.
create table community.situation_reporter (
  situation_id uuid primary key references community.situation,
  hash bytea not null,
  -- Counts the changes of this reporter's reports, so that a phone asks for what is new.
  serial bigint not null,
  cipher bytea,
  unique (hash, serial)
);
-- Held until the end of a transaction, so that numbers are seen in their order.
create table community.situation_reporter_serial (
  hash bytea primary key,
  last bigint not null
);

-- What came beside the text after it was sent; the words are in the report's content.
create table community.situation_addition (
  id uuid primary key,
  situation_id uuid not null references community.situation
);
