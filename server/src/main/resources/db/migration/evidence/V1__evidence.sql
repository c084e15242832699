-- A request for footage, from asking to the outcome.
create table evidence.request (
  id uuid primary key,
  code text not null unique,
  case_id uuid not null,
  area_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  purpose text not null,
  legal_basis text not null,
  offence text not null,
  -- Whom the footage is about by class, and the paper by which the request is made: null where the
  -- requester did not say.
  subject_class text check (subject_class in
    ('SUSPECT', 'VICTIM', 'WITNESS', 'MISSING_PERSON', 'NOBODY_IN_PARTICULAR')),
  paper_number text check (char_length(paper_number) between 1 and 100),
  paper_on date,
  -- Of the scan, which stays where the paper is.
  paper_sha256 text check (paper_sha256 ~ '^[0-9a-f]{64}$'),
  necessity text not null check (char_length(necessity) between 20 and 500),
  urgent boolean not null,
  -- Who said that it cannot wait, when and why. Its footage is secured at once; somebody else
  -- ratifies that by deciding the request, or it is discarded.
  urgent_by uuid,
  urgent_at timestamptz,
  urgent_reason text check (urgent_reason in ('LIFE_IN_DANGER', 'PERSON_MISSING',
    'SUSPECT_AT_LARGE', 'FOOTAGE_SOON_OVERWRITTEN', 'CAMERA_AT_RISK')),
  urgent_words text,
  requested_by uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  -- How much of its term it had left, undecided, when it was last reminded of: 0 all, 1 half, 2 a
  -- quarter.
  reminded smallint not null default 0 check (reminded between 0 and 2),
  state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'CANCELLED', 'EXPIRED',
    'COLLECTING', 'SEALED', 'UNAVAILABLE', 'DELIVERED', 'OUTCOME')),
  decided_by uuid,
  decided_at timestamptz,
  decision text check (decision in ('APPROVE', 'APPROVE_LESS', 'REFUSE')),
  reason_code text,
  reason text,
  granted_from timestamptz,
  granted_to timestamptz,
  cancelled_at timestamptz,
  expired_at timestamptz,
  collecting_since timestamptz,
  sealed_at timestamptz,
  unavailable_cause text check (unavailable_cause in
    ('NOT_RECORDED', 'DELETED', 'LOST', 'OWNER_REFUSED', 'NO_ANSWER', 'OVERWRITTEN')),
  unavailable_at timestamptz,
  delivered_at timestamptz,
  useful boolean,
  clarified text[] check (clarified <@ array['VEHICLE', 'PERSON', 'TIME', 'PLACE']),
  outcome_note text,
  outcome_at timestamptz,
  check (from_at < to_at),
  constraint paper_whole check (num_nonnulls(paper_number, paper_on) in (0, 2)
    and (paper_sha256 is null or paper_number is not null)),
  constraint urgent_whole check (
    num_nonnulls(urgent_by, urgent_at, urgent_reason, urgent_words) in (0, 4)),
  constraint marked_is_urgent check (urgent_by is null or urgent),
  -- Nobody decides one's own request.
  constraint another_person_decides check (decided_by <> requested_by),
  -- Nobody ratifies what they marked urgent themselves.
  constraint another_person_ratifies check (decided_by <> urgent_by),
  constraint decided_whole check (
    num_nonnulls(decided_by, decided_at, decision, reason_code, reason) in (0, 5)),
  constraint decided_in_decided_states check (
    (decided_by is null) = (state in ('REQUESTED', 'CANCELLED', 'EXPIRED'))),
  constraint refused_is_refusal check (
    decision is null or (decision = 'REFUSE') = (state = 'REFUSED')),
  -- What is granted lies within what was asked.
  constraint granted_when_approved check (
    num_nonnulls(granted_from, granted_to)
      = case when decision in ('APPROVE', 'APPROVE_LESS') then 2 else 0 end),
  constraint granted_within_asked check (
    granted_from >= from_at and granted_to <= to_at and granted_from < granted_to),
  check ((state = 'CANCELLED') = (cancelled_at is not null)),
  check ((state = 'EXPIRED') = (expired_at is not null)),
  check ((sealed_at is not null) = (state in ('SEALED', 'DELIVERED', 'OUTCOME'))),
  check ((delivered_at is not null) = (state in ('DELIVERED', 'OUTCOME'))),
  check ((state = 'UNAVAILABLE') = (unavailable_cause is not null)),
  check (num_nonnulls(unavailable_cause, unavailable_at) in (0, 2)),
  check (num_nonnulls(useful, clarified, outcome_note, outcome_at)
    = case when state = 'OUTCOME' then 4 else 0 end)
);
create index request_area on evidence.request (area_id, id desc);
create index request_requester on evidence.request (requested_by, id desc);
create index request_case on evidence.request (case_id);
create index request_undecided on evidence.request (expires_at) where state = 'REQUESTED';
create index request_marked_urgent on evidence.request (urgent_at) where urgent_at is not null;

-- The cameras whose footage is asked for.
create table evidence.request_camera (
  request_id uuid not null references evidence.request,
  ordinal int not null,
  camera_id uuid not null,
  area_id uuid not null,
  -- Null until decided.
  granted boolean,
  primary key (request_id, ordinal),
  unique (request_id, camera_id)
);

-- How who decided a request had just shown that it is them.
create table evidence.confirmation (
  request_id uuid primary key references evidence.request,
  confirmed_at timestamp with time zone not null,
  method text not null
);

-- What happened with a request.
create table evidence.history (
  request_id uuid not null references evidence.request,
  ordinal bigint generated always as identity,
  at timestamptz not null,
  what text not null,
  -- Null when the server did it by itself.
  who uuid,
  -- The event in the log that tells of it.
  event_id uuid not null,
  primary key (request_id, ordinal)
);
-- The rows that events of the log tell of.
create index history_event on evidence.history (event_id);

-- Footage that was taken before anybody decided, and what became of it.
create table evidence.secured (
  request_id uuid primary key references evidence.request,
  extraction_code text not null unique,
  step text not null check (step in ('SECURING', 'SECURED', 'HANDED_ON', 'DISCARDING', 'DISCARDED')),
  attempts int not null default 0,
  next_at timestamptz not null,
  -- What the last attempt failed with, for the administrator.
  problem text,
  secured_at timestamptz,
  -- SHA-256 of each clip that was taken.
  clips text[],
  discard_cause text check (discard_cause in ('REFUSED', 'CANCELLED', 'NOT_RATIFIED', 'GRANTED_LESS')),
  discarded_at timestamptz,
  -- The event in the log that certifies the deletion.
  discard_event uuid,
  check ((secured_at is null) = (clips is null) or step = 'DISCARDED'),
  check ((discard_cause is not null) = (step in ('DISCARDING', 'DISCARDED'))),
  check (num_nonnulls(discarded_at, discard_event) = case when step = 'DISCARDED' then 2 else 0 end)
);
create index secured_due on evidence.secured (next_at) where step in ('SECURING', 'DISCARDING');

-- How far the collector is with an approved request; the row goes when the request is sealed or
-- unavailable, so what is here is to be done.
create table evidence.collection (
  request_id uuid primary key references evidence.request,
  extraction_code text not null unique,
  step text not null,
  percent int not null check (percent between 0 and 100),
  attempts int not null,
  next_at timestamptz not null,
  -- What the last attempt failed with, for the administrator.
  problem text,
  -- The event whose entry in the log is the seal, and that entry, once there is one.
  seal_event_id uuid,
  seal text
);
create index collection_due on evidence.collection (next_at);

-- A sealed package. Its row stays when it was deleted at its end.
create table evidence.extraction (
  request_id uuid primary key references evidence.request,
  code text not null unique,
  sealed_at timestamptz not null,
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  leaf_index bigint not null,
  -- The coverage at the time of collection, as in the package.
  coverage text not null,
  -- How often something was put beside the seal; names its file.
  additions int not null default 0,
  deleted_at timestamptz
);

-- The files in it.
create table evidence.extraction_file (
  request_id uuid not null references evidence.extraction,
  name text not null,
  bytes bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (request_id, name)
);

-- Stamps of a time-stamp authority over seals and over checkpoints of the log: those that were given
-- and those that are still to be asked for.
create table evidence.stamp (
  id uuid primary key,
  -- Whose seal is stamped; null for a checkpoint of the log.
  request_id uuid unique references evidence.extraction,
  -- How many entries the stamped checkpoint covers; null for a seal.
  tree_size bigint unique,
  -- What is stamped, byte for byte: seal.json or the signed checkpoint.
  document bytea not null,
  queued_at timestamptz not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  -- What the last attempt failed with, for the administrator.
  problem text,
  -- The authority's response, once it counts, and the time that it states.
  response bytea,
  stamped_at timestamptz,
  authority text,
  -- Whether the response is in the package, or needs to go nowhere.
  placed boolean not null default false,
  check (num_nonnulls(request_id, tree_size) = 1),
  check (num_nonnulls(response, stamped_at, authority) in (0, 3)),
  check (not placed or response is not null)
);
create index stamp_due on evidence.stamp (next_at) where not placed;

-- Owners of community cameras who are asked for what an approved request grants.
create table evidence.ask (
  request_id uuid not null references evidence.request,
  camera_id uuid not null,
  state text not null check (state in ('OPEN', 'GIVEN', 'REFUSED', 'WITHDRAWN', 'UNANSWERED',
    'OVERWRITTEN', 'GIVEN_UP')),
  opened_at timestamptz not null,
  -- The owner may answer before this.
  open_until timestamptz not null,
  -- SHA-256 of the link's secret, which is kept nowhere; null while there is no link.
  link_hash bytea unique check (octet_length(link_hash) = 32),
  link_issued_at timestamptz,
  -- The hash of the link once what was given by it is taken: good for the owner's receipt alone, for
  -- some time.
  receipt_hash bytea unique check (octet_length(receipt_hash) = 32),
  -- When the page behind the present link was first opened.
  seen_at timestamptz,
  ended_at timestamptz,
  -- What the owner wrote when refusing.
  reason text check (char_length(reason) between 1 and 500),
  -- What the owner's recorder showed, and what the time was then.
  recorder_at timestamptz,
  true_at timestamptz,
  -- When the collection began with what was given, so that it is no longer taken back.
  taken_at timestamptz,
  primary key (request_id, camera_id),
  check ((link_hash is null) = (link_issued_at is null)),
  check (seen_at is null or link_hash is not null),
  check ((state = 'OPEN') = (ended_at is null)),
  check (num_nonnulls(recorder_at, true_at) in (0, 2)),
  constraint taken_is_given check (taken_at is null or state = 'GIVEN'),
  constraint no_link_after_the_end check (
    link_hash is null or state = 'OPEN' or (state = 'GIVEN' and taken_at is null)),
  constraint receipt_of_what_is_taken check (
    receipt_hash is null or (state = 'GIVEN' and taken_at is not null))
);
create index ask_due on evidence.ask (open_until) where state = 'OPEN';
create index ask_camera on evidence.ask (camera_id);

-- Messages to owners who are asked. What is encrypted, address and link, is kept only while it waits.
create table evidence.message (
  id uuid primary key,
  request_id uuid not null,
  camera_id uuid not null,
  kind text not null check (kind in ('LINK', 'FOOTAGE_ENDING', 'LINK_ENDING')),
  channel text not null check (channel in ('EMAIL', 'TEXT')),
  language text not null check (language in ('vi', 'en', 'ar')),
  content_cipher bytea,
  state text not null check (state in ('WAITING', 'SENT', 'FAILED', 'CANCELLED')),
  attempts int not null default 0,
  next_at timestamptz not null,
  -- Of the last attempt.
  failure text check (failure in ('UNREACHABLE', 'BUSY', 'NOT_ACCEPTED', 'REFUSED', 'NOT_SET_UP',
    'FAULT')),
  queued_at timestamptz not null,
  ended_at timestamptz,
  foreign key (request_id, camera_id) references evidence.ask,
  check ((state = 'WAITING') = (ended_at is null)),
  constraint kept_while_it_waits check ((state = 'WAITING') = (content_cipher is not null))
);
create index message_ask on evidence.message (request_id, camera_id);
create index message_due on evidence.message (next_at) where state = 'WAITING';
create unique index one_reminder on evidence.message (request_id, camera_id, kind)
  where kind <> 'LINK';

-- What owners upload: in the quarantine until it is in a sealed package.
create table evidence.upload (
  id uuid primary key,
  request_id uuid not null,
  camera_id uuid not null,
  ordinal int generated always as identity,
  -- A picture shows the recorder's clock beside another one.
  kind text not null check (kind in ('VIDEO', 'CLOCK_PICTURE')),
  -- As the owner's device calls it.
  name text not null check (char_length(name) between 1 and 200),
  bytes bigint not null check (bytes > 0),
  state text not null check (state in ('RECEIVING', 'RECEIVED', 'ACCEPTED', 'REJECTED')),
  begun_at timestamptz not null,
  received_at timestamptz,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  sha512 text check (sha512 ~ '^[0-9a-f]{128}$'),
  -- What its content is, not what its name says.
  container text,
  -- What libav read in it, as JSON; null where it could not.
  probe text,
  rejection text check (rejection in ('NOT_VIDEO', 'NOT_PICTURE', 'UNREADABLE', 'INFECTED')),
  -- What the malware check said of it; null where none was made.
  malware text check (malware in ('CLEAN', 'INFECTED', 'TOO_LARGE')),
  -- The checker with the version of its signatures.
  malware_by text,
  -- Of what was found.
  malware_name text,
  foreign key (request_id, camera_id) references evidence.ask,
  check ((received_at is null) = (state = 'RECEIVING')),
  check (num_nonnulls(sha256, sha512) = case when state in ('ACCEPTED', 'REJECTED') then 2 else 0 end),
  check ((container is not null) = (state = 'ACCEPTED')),
  check ((rejection is not null) = (state = 'REJECTED')),
  constraint judged_by_somebody check ((malware is null) = (malware_by is null)),
  constraint infected_is_rejected check (
    (malware is not distinct from 'INFECTED') = (rejection is not distinct from 'INFECTED')
    and (malware_name is not null) = (malware is not distinct from 'INFECTED'))
);
create index upload_ask on evidence.upload (request_id, camera_id);
create index upload_waiting on evidence.upload (state) where state in ('RECEIVING', 'RECEIVED');

-- Copies of owners' files that every browser plays. The file lies beside the original's until the
-- package is sealed.
create table evidence.player_copy (
  upload_id uuid primary key references evidence.upload on delete cascade,
  state text not null check (state in ('MAKING', 'MADE', 'UNPLAYABLE')),
  percent int not null default 0 check (percent between 0 and 100),
  attempts int not null default 0 check (attempts >= 0),
  next_at timestamptz not null,
  -- Whether the pictures are those of the original in another container, or coded anew.
  pictures text check (pictures in ('COPIED', 'ENCODED')),
  sound text check (sound in ('NONE', 'COPIED', 'ENCODED', 'LEFT_OUT')),
  bytes bigint check (bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  sha512 text check (sha512 ~ '^[0-9a-f]{128}$'),
  tool text,
  command text,
  made_at timestamptz,
  why text check (why in ('UNREADABLE', 'TOO_LONG', 'TOO_LARGE')),
  check (num_nonnulls(pictures, sound, bytes, sha256, sha512, tool, command, made_at)
    = case when state = 'MADE' then 8 else 0 end),
  check ((why is not null) = (state = 'UNPLAYABLE'))
);

-- Redacted and court copies of video in sealed packages.
create table evidence.copy (
  id uuid primary key,
  request_id uuid not null references evidence.extraction,
  -- Copies of one package count from 1 in the order of being ordered.
  number int not null check (number between 1 and 999),
  kind text not null check (kind in ('REDACTED', 'COURT')),
  state text not null check (state in ('ORDERED', 'MADE', 'CONFIRMED', 'REFUSED', 'FAILED')),
  -- The video in the package, `data/…`, and its SHA-256 as it was sealed.
  master text not null,
  master_sha256 text not null check (master_sha256 ~ '^[0-9a-f]{64}$'),
  -- Why something is hidden, what hides it, whether the sound stays; null for a court copy.
  reasons text[],
  covering text,
  keeps_sound boolean not null,
  words text not null check (char_length(words) between 1 and 2000),
  ordered_by uuid not null,
  ordered_at timestamptz not null,
  percent int not null default 0 check (percent between 0 and 100),
  attempts int not null default 0 check (attempts >= 0),
  next_at timestamptz not null,
  -- How it was made; the file lies in evidence/copies until it is in its package.
  made_at timestamptz,
  method text check (method in ('BIT_FOR_BIT', 'ENCODED')),
  bytes bigint check (bytes > 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  tool text,
  command text,
  boxes text,
  why text check (why in ('UNREADABLE', 'TOO_LONG', 'TOO_LARGE')),
  -- Another person looked at it.
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text check (char_length(review) between 1 and 2000),
  -- The seal of its package: the event whose log entry it is, the entry, and the finished zip.
  seal_event_id uuid,
  seal text,
  package_bytes bigint check (package_bytes > 0),
  package_sha256 text check (package_sha256 ~ '^[0-9a-f]{64}$'),
  leaf_index bigint,
  unique (request_id, number),
  constraint nobody_confirms_their_own_copy check (reviewed_by <> ordered_by),
  check ((kind = 'REDACTED') = (reasons is not null)),
  check ((kind = 'REDACTED') = (covering is not null)),
  check (reasons is null or cardinality(reasons) > 0),
  check (num_nonnulls(made_at, method, bytes, sha256, tool, command)
    = case when state in ('MADE', 'CONFIRMED', 'REFUSED') then 6 else 0 end),
  check ((why is not null) = (state = 'FAILED')),
  check (num_nonnulls(reviewed_by, reviewed_at)
    = case when state in ('CONFIRMED', 'REFUSED') then 2 else 0 end),
  check (num_nonnulls(seal_event_id, seal) in (0, 2)),
  check (num_nonnulls(package_bytes, package_sha256, leaf_index) in (0, 3)),
  check (seal is null or state = 'CONFIRMED'),
  check (package_sha256 is null or seal is not null)
);
create index copy_due on evidence.copy (next_at)
  where state = 'ORDERED' or (state = 'CONFIRMED' and package_sha256 is null);

-- Hand-overs of sealed packages. A receipt is made when the receiver has confirmed, and then put
-- beside the seal; receipts of one package count from 1 in the order of confirming.
create table evidence.handover (
  id uuid primary key,
  request_id uuid not null references evidence.extraction,
  state text not null check (state in ('OPEN', 'RECEIVED', 'WITHDRAWN')),
  -- Somebody with an account; null for somebody outside.
  recipient uuid,
  to_name text not null check (char_length(to_name) between 1 and 200),
  to_office text not null check (char_length(to_office) between 1 and 200),
  to_title text not null check (char_length(to_title) <= 200),
  identity text not null,
  medium text not null,
  handed_by uuid not null,
  opened_at timestamptz not null,
  open_until timestamptz not null,
  ended_at timestamptz,
  -- The paper that the receiver signed, as a picture or PDF.
  scan bytea,
  scan_kind text check (scan_kind in ('pdf', 'jpg', 'png')),
  number int check (number between 1 and 99),
  -- The file that goes beside the seal, and the event whose leaf names it.
  receipt bytea,
  receipt_event uuid,
  placed boolean not null default false,
  unique (request_id, number),
  constraint nobody_hands_over_to_themselves check (recipient <> handed_by),
  constraint account_is_its_own_proof check ((recipient is not null) = (identity = 'ACCOUNT')),
  constraint scan_of_paper check (scan is null or recipient is null),
  check ((scan is null) = (scan_kind is null)),
  check ((state = 'OPEN') = (ended_at is null)),
  constraint received_has_receipt check (
    num_nonnulls(number, receipt, receipt_event) = case when state = 'RECEIVED' then 3 else 0 end),
  check (not placed or state = 'RECEIVED')
);
create index handover_request on evidence.handover (request_id, id);
create index handover_recipient on evidence.handover (recipient, id desc);
create index handover_unplaced on evidence.handover (request_id, number)
  where state = 'RECEIVED' and not placed;

-- Who got which bytes of a package, and when.
create table evidence.download (
  event_id uuid primary key,
  request_id uuid not null references evidence.extraction,
  at timestamptz not null,
  who uuid not null,
  from_byte bigint not null,
  to_byte bigint not null,
  of_bytes bigint not null
);
create index download_request on evidence.download (request_id, at);

-- Holds on packages: while one is in force nothing of the package is deleted. It is lifted by two
-- people; the last wish to lift it stands beside it.
create table evidence.hold (
  id uuid primary key,
  request_id uuid not null references evidence.extraction,
  document text not null check (char_length(document) between 1 and 120),
  authority text not null check (authority in ('COURT', 'PROSECUTOR', 'POLICE', 'PEOPLES_COMMITTEE',
    'OTHER')),
  article text not null check (char_length(article) between 1 and 120),
  reason text not null check (char_length(reason) between 10 and 1000),
  placed_by uuid not null,
  placed_at timestamptz not null,
  -- On this day it stays in force, and somebody says whether it is still needed.
  review_on date not null,
  review_reason text check (char_length(review_reason) between 10 and 1000),
  reviewed_by uuid,
  reviewed_at timestamptz,
  lifting_reason text check (char_length(lifting_reason) between 10 and 1000),
  lifting_asked_by uuid,
  lifting_asked_at timestamptz,
  lifting_outcome text check (lifting_outcome in ('CONFIRMED', 'REFUSED')),
  lifting_words text check (char_length(lifting_words) between 1 and 1000),
  lifting_decided_by uuid,
  lifting_decided_at timestamptz,
  check (num_nonnulls(review_reason, reviewed_by, reviewed_at) in (0, 3)),
  check (num_nonnulls(lifting_reason, lifting_asked_by, lifting_asked_at) in (0, 3)),
  check (num_nonnulls(lifting_outcome, lifting_decided_by, lifting_decided_at) in (0, 3)),
  check (lifting_outcome is null or lifting_asked_by is not null),
  constraint nobody_lifts_alone check (lifting_decided_by <> lifting_asked_by)
);
create index hold_request on evidence.hold (request_id, id);
create index hold_in_force on evidence.hold (review_on)
  where lifting_outcome is distinct from 'CONFIRMED';

-- What is deleted: noted in one transaction before a file is touched, so that a killed server goes on
-- with it; certified by an event of the log once nothing of it is on the disk any more.
create table evidence.deletion (
  request_id uuid primary key references evidence.extraction,
  noted_at timestamptz not null,
  end_kind text not null,
  -- The day of the paper by which the case ended for good, and the days that were kept after it.
  ended_on date not null,
  keep_days int not null check (keep_days >= 30),
  event_id uuid
);
create index deletion_uncertified on evidence.deletion (noted_at) where event_id is null;
create index deletion_event on evidence.deletion (event_id);
