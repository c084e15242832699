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
