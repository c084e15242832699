-- What a person's worklist had when it was last looked at: what is more since then is news.
create table notification.look (
  person_id uuid primary key,
  looked_at timestamptz not null
);

create table notification.seen (
  person_id uuid not null references notification.look on delete cascade,
  kind text not null,
  count int not null,
  overdue int not null,
  -- When the newest of them came, where its feature says so.
  latest timestamptz,
  told_at timestamptz,
  -- How many the person was last told of, and how often again since.
  told_count int not null,
  repeats int not null,
  primary key (person_id, kind)
);

create table notification.notification (
  id uuid primary key,
  person_id uuid not null,
  kind text not null,
  reason text not null check (reason in ('MORE', 'OVERDUE', 'REPEATED')),
  count int not null check (count > 0),
  urgent boolean not null,
  at timestamptz not null,
  read_at timestamptz
);
create index notification_own on notification.notification (person_id, id desc);
create index notification_unread on notification.notification (person_id) where read_at is null;
create index notification_at on notification.notification (at);

-- Where somebody is reached. A browser's address, an e-mail address or a telephone number is
-- encrypted; the hash, under a key of its own, finds it again.
create table notification.address (
  id uuid primary key,
  person_id uuid not null,
  channel text not null check (channel in ('PUSH', 'EMAIL', 'TEXT')),
  target_hash bytea not null,
  target_cipher bytea not null,
  label text check (char_length(label) between 1 and 80),
  urgent_only boolean not null,
  added_at timestamptz not null,
  code_until timestamptz,
  code_tries int not null default 0,
  confirmed_at timestamptz,
  -- When the message that waits is sent; null while none does.
  due_at timestamptz,
  message text check (message in ('WAITING', 'URGENT', 'TRIAL', 'CODE')),
  attempts int not null default 0,
  sent_at timestamptz,
  -- Of the last message, where it did not go out.
  failure text,
  check (due_at is null or message is not null),
  unique (person_id, channel, target_hash)
);
create index address_due on notification.address (due_at) where due_at is not null;
-- A browser is one person's at a time: who signed in last.
create unique index address_browser on notification.address (target_hash) where channel = 'PUSH';

-- Who has no row is told of everything at any hour.
create table notification.preference (
  person_id uuid primary key,
  muted text[] not null,
  quiet_from time,
  quiet_to time,
  check ((quiet_from is null) = (quiet_to is null) and (quiet_from is null or quiet_from <> quiet_to))
);
