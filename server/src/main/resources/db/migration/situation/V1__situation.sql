-- What a situation can be, and by when what comes next of it is due. Both are data with their first
-- and last day: the terms that were found are of the press, not of a text that was read.
create table situation.kind (
  code text not null check (code ~ '^[A-Z][A-Z_]{1,39}$'),
  place int not null,
  urgent boolean not null,
  -- Violence in a family and children: hidden from most, and never mediated.
  guarded boolean not null,
  -- Whether it may be put to the scope check of mediation at all.
  mediable boolean not null,
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from),
  check (valid_to >= valid_from),
  check (not guarded or (urgent and not mediable))
);
insert into situation.kind values
  ('THEFT', 1, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('FIGHT', 2, true, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('TRAFFIC', 3, false, false, false, 'Luật 30/2023/QH15, Điều 12', '2024-07-01', null),
  ('FIRE', 4, true, false, false, 'Luật 30/2023/QH15, Điều 9', '2024-07-01', null),
  ('ACCIDENT', 5, true, false, false, 'Luật 30/2023/QH15, Điều 9', '2024-07-01', null),
  ('NEIGHBOUR_DISPUTE', 6, false, false, true, 'Luật 35/2013/QH13, Điều 3', '2024-07-01', null),
  ('NOISE', 7, false, false, true, 'Luật 35/2013/QH13, Điều 3', '2024-07-01', null),
  ('FRAUD', 8, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('DRUGS', 9, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('GAMBLING', 10, false, false, false, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('DOMESTIC_VIOLENCE', 11, true, true, false, 'Luật 13/2022/QH15, Điều 19', '2024-07-01', null),
  ('CHILD', 12, true, true, false, 'Luật Trẻ em 102/2016/QH13', '2024-07-01', null),
  ('WEAPON', 13, true, false, false, 'Luật 30/2023/QH15, Điều 10', '2024-07-01', null),
  ('ENVIRONMENT', 14, false, false, true, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null),
  ('OTHER', 15, false, false, true, 'Luật 30/2023/QH15, Điều 7', '2024-07-01', null);

-- Each kind has terms for when it is urgent, by itself or for danger or injury, and for when not.
create table situation.term (
  kind text not null,
  urgent boolean not null,
  acknowledge_minutes int not null check (acknowledge_minutes > 0),
  -- The written report to the next one up; none is due where it is null.
  write_minutes int check (write_minutes > 0),
  decide_minutes int not null check (decide_minutes > 0),
  close_minutes int not null check (close_minutes > 0),
  source text not null,
  valid_from date not null,
  valid_to date,
  primary key (kind, urgent, valid_from),
  check (valid_to >= valid_from)
);
insert into situation.term
  select code, pressing,
    case when pressing then 15 else 1440 end,
    case when not pressing then null
      when code in ('WEAPON', 'DOMESTIC_VIOLENCE', 'CHILD') then 120 else 240 end,
    case when pressing then 1440 else 4320 end,
    case when pressing then 10080 else 43200 end,
    'Thông tư 28/2020/TT-BCA; hạn 2 giờ, 4 giờ theo báo chí, chưa đối chiếu với văn bản',
    date '2024-07-01', null
  from situation.kind, (values (true), (false)) each (pressing);

-- Reports of situations. What was seen and told, who is named, and the point on the map is one
-- encrypted value; who reported is another one, under a key of its own, in a table of its own.
create table situation.situation (
  -- Made by who reports, so that sending twice is harmless.
  id uuid primary key,
  code text not null unique,
  channel text not null
    check (channel in ('TEAM', 'RESIDENT', 'ANONYMOUS', 'OPEN311', 'OFFICER')),
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
  -- Whether it is for the officers above, too: all of the commune have a part in it, somebody is in
  -- danger, or so is what goes on with it.
  above boolean not null default false,
  -- From when on it is for them because it was overdue and not done in a second term either.
  above_at timestamptz,
  merged_into uuid references situation.situation check (merged_into <> id),
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
create index situation_due on situation.situation (due_at, id) where due_at is not null;
create index situation_commune on situation.situation (commune_id, received_at);
create index situation_closed on situation.situation (closed_at) where erased_at is null;
create index situation_merged on situation.situation (merged_into) where merged_into is not null;
create index situation_left on situation.situation (above_at)
  where above_at is not null and not above and escalated_at is not null;
create index situation_over on situation.situation (closed_at desc, id desc) where due_at is null;
-- Of a province's year the reports of one team, and those of one village, without reading all.
create index situation_team on situation.situation (team_id, received_at desc, id desc)
  where team_id is not null;
create index situation_village on situation.situation (village_id, received_at)
  where village_id is not null;
-- What a province's report counts, without reading content: of 500,000 in five years it takes seven
-- tenths of the time and a twenty-fourth of the pages.
create index situation_received on situation.situation (received_at)
  include (commune_id, kind, urgent, guarded, acknowledged_at, waiting_since, raised_at)
  where merged_into is null;
create index situation_decided on situation.situation (decided_at)
  include (commune_id, outcome)
  where merged_into is null and decided_at is not null;

-- What happened with a report: appended, never changed. No word of why.
create table situation.step (
  seq bigint generated always as identity primary key,
  situation_id uuid not null references situation.situation,
  at timestamptz not null,
  what text not null,
  -- Null for the reporter, and for what the server did.
  by uuid,
  mark text check (mark in ('LATE', 'CHANGED', 'CORRECTED', 'AFTER_END'))
);
create index situation_step_of on situation.step (situation_id, seq);
-- Which reports were changed by their reporter when an officer had them, or said to be of another
-- kind: few, and counted in each year's figures. Without it the figures of a province's year read
-- each of 400,000 steps' reports one by one (1.4 s of 1.5).
create index situation_step_changes on situation.step (situation_id)
  where what in ('CHANGED_BESIDE', 'CLASSIFIED');
create index situation_step_written on situation.step (situation_id, at)
  where what = 'WRITTEN';

-- Officers who have, or may have, a part in it: named in it, its reporter, or kin.
create table situation.conflict (
  situation_id uuid not null references situation.situation,
  person_id uuid not null,
  primary key (situation_id, person_id)
);

-- Who reported: encrypted under a key of its own, found again by a keyed hash.
create table situation.reporter (
  situation_id uuid primary key references situation.situation,
  hash bytea not null,
  -- Counts the changes of this reporter's reports, so that a phone asks for what is new.
  serial bigint not null,
  cipher bytea,
  unique (hash, serial)
);

-- Held until the end of a transaction, so that numbers are seen in their order.
create table situation.reporter_serial (
  hash bytea primary key,
  last bigint not null
);

-- What came beside the text after it was sent; the words are in the report's content.
create table situation.addition (
  id uuid primary key,
  situation_id uuid not null references situation.situation
);

-- Photos, voice and video of reports. What a report announces has a row before it arrives, so that
-- what never comes is seen.
create table situation.media (
  id uuid primary key,
  situation_id uuid not null references situation.situation,
  kind text not null check (kind in ('PHOTO', 'VOICE', 'VIDEO')),
  announced_at timestamptz not null,
  announced_bytes int not null check (announced_bytes > 0),
  announced_sha256 text not null check (announced_sha256 ~ '^[0-9a-f]{64}$'),
  -- Asked for by who sent it: else the place and all else that a file says of itself is taken out.
  keep_position boolean not null,
  arrived_at timestamptz,
  -- Its sender does not send it any more, such as one that is refused for good.
  withdrawn_at timestamptz check (withdrawn_at is null or arrived_at is null),
  type text,
  bytes int,
  sha256 text,
  -- Taken away by the cleaning.
  removed_bytes int,
  malware text check (malware in ('CLEAN', 'NOT_CHECKED')),
  content_cipher bytea,
  erased_at timestamptz,
  check ((arrived_at is null) = (type is null)),
  check ((arrived_at is null) = (sha256 is null)),
  check ((arrived_at is null) = (bytes is null)),
  check ((content_cipher is null) = (arrived_at is null or erased_at is not null))
);
create index situation_media_of on situation.media (situation_id);

-- Whom a reporter names, as keyed hashes: nobody's name is here, and nobody can be looked up
-- without the key.
create table situation.accusation (
  situation_id uuid not null references situation.situation,
  reporter_hash bytea not null,
  named_hash bytea not null,
  -- Named as a person, and not only in a text.
  named boolean not null,
  at timestamptz not null,
  primary key (situation_id, named_hash)
);
create index situation_accusation_of on situation.accusation (reporter_hash, named_hash);

-- One reporter who named one person again and again: for a supervisor to look at.
create table situation.flag (
  id uuid primary key,
  commune_id uuid not null,
  reporter_hash bytea not null,
  named_hash bytea not null,
  flagged_at timestamptz not null,
  reports int not null,
  opened_by uuid,
  opened_at timestamptz,
  unique (reporter_hash, named_hash, commune_id),
  check ((opened_by is null) = (opened_at is null))
);

-- By which code who reported is let in again: only a keyed hash of it. The row is deleted when the
-- report is erased, so that a code of an erased one and one that never was are the same.
create table situation.follow (
  situation_id uuid primary key references situation.situation,
  code_hash bytea not null unique,
  made_at timestamptz not null,
  -- A keyed hash of what a resident sent, so that something else under the same ticket is not taken
  -- for the same.
  sent_hash bytea
);

-- How many searches were made under an emergency access, so that nobody leafs through a commune.
create table situation.emergency_search (
  emergency_id uuid primary key,
  searches int not null check (searches > 0)
);

-- Other systems that may report by Open311: what they show is kept as a keyed hash.
create table situation.open311_key (
  id uuid primary key,
  name text not null,
  key_hash bytea not null unique,
  made_by uuid not null,
  made_at timestamptz not null,
  last_day date not null,
  revoked_by uuid,
  revoked_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);

-- What they sent, by an identifier that nobody at the desk knows.
create table situation.open311_request (
  id uuid primary key,
  situation_id uuid not null unique references situation.situation,
  key_id uuid not null references situation.open311_key,
  -- As they were sent.
  commune_id uuid not null,
  service_code text not null,
  -- Of the whole form, to know one that is sent twice.
  form_hash bytea not null,
  at timestamptz not null
);
create index open311_request_of on situation.open311_request (key_id, at);
