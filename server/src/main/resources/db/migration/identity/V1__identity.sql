-- Somebody's account.
create table identity.person (
  id uuid primary key,
  username text not null unique,
  display_name text not null,
  -- The list of people searches and sorts by these.
  search_text text not null
    generated always as (platform.folded(username || ' ' || display_name)) stored,
  name_order text collate "C" not null
    generated always as (platform.name_order(display_name)) stored,
  -- Null: the whole site. Areas are another feature's, so there is no foreign key.
  area_id uuid,
  language text not null,
  pseudonym uuid not null unique,
  active boolean not null,
  must_change_password boolean not null,
  password_hash text not null,
  created_at timestamp with time zone not null default now(),
  -- The administrator who made the account; null: the server itself.
  created_by uuid references identity.person,
  -- A code by a key that is not in the database, which accounts that this server wrote bear; it
  -- stands for all by which somebody signs in with the account and acts.
  mac text not null default '',
  -- Sessions that were opened before are over, whatever is in their table.
  sessions_from timestamp with time zone not null default 'epoch'
);
create index person_listed on identity.person (name_order, id);
create index person_search on identity.person using gin ((' ' || search_text) public.gin_trgm_ops);
create index person_area on identity.person (area_id);

-- A name as it is compared where another person must act: whatever the case, the spaces, and
-- whether accents were composed. By a collation that knows the letters of all languages whatever
-- the database's own is: PostgreSQL brings one of its own from 17 on, before that by ICU.
do $$
declare
  known text;
begin
  select collname into known from pg_collation
  where collnamespace = 'pg_catalog'::regnamespace
    and collname in ('pg_c_utf8', 'und-x-icu', 'C.utf8', 'default')
  order by array_position(array['pg_c_utf8', 'und-x-icu', 'C.utf8', 'default'], collname::text)
  limit 1;
  execute format(
    $sql$
    alter table identity.person add column name_key text not null generated always as (
      btrim(regexp_replace(lower(normalize(display_name, NFKC) collate %I), '\s+', ' ', 'g'))
    ) stored
    $sql$,
    known);
end
$$;
create index person_name_key on identity.person (name_key);

-- What somebody was called before, as names are compared, so that whoever is given another name is
-- still known for the same person.
create table identity.former_name (
  person_id uuid not null references identity.person,
  name_key text not null,
  primary key (person_id, name_key)
);
create index on identity.former_name (name_key);

-- The roles that people have.
create table identity.role_grant (
  person_id uuid not null references identity.person,
  role text not null,
  -- The last day of a role that ends, by the site's calendar; null: until it is taken away.
  last_day date,
  primary key (person_id, role)
);
create index role_grant_role on identity.role_grant (role, person_id);

-- Roles that decide or supervise are granted by one administrator and confirmed by another: those
-- that wait for the confirmation, and what became of that.
create table identity.role_request (
  id uuid primary key,
  person_id uuid not null references identity.person,
  -- Of the person when the roles were granted; null: the whole site.
  area_id uuid,
  causes text[] not null check (cardinality(causes) > 0),
  -- All who had a hand in it.
  granters uuid[] not null,
  granted_at timestamp with time zone not null,
  -- Afterwards nobody confirms it any more.
  until timestamp with time zone not null,
  outcome text check (outcome in
    ('CONFIRMED', 'REFUSED', 'WITHDRAWN', 'REPLACED', 'FIRST_STEPS')),
  ended_by uuid references identity.person,
  ended_at timestamp with time zone,
  reason text,
  check ((outcome is null) = (ended_at is null)),
  check (outcome is distinct from 'REFUSED' or reason is not null),
  check (outcome is null or outcome not in ('CONFIRMED', 'REFUSED')
    or (ended_by is not null and ended_by <> person_id and ended_by <> all (granters)))
);
create unique index role_request_open on identity.role_request (person_id) where outcome is null;

create table identity.role_request_role (
  request_id uuid not null references identity.role_request,
  role text not null,
  last_day date,
  primary key (request_id, role)
);

-- The first administrator's first steps, which nobody could confirm; one row, or none where the
-- server made other people by itself. Once ended they begin again only by a file on the machine.
create table identity.first_steps (
  singleton boolean primary key default true check (singleton),
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone
);

-- An administrator gave somebody a way in that is not their own: a password, no second factor any
-- more, or an invitation to link the account with the provider.
create table identity.credential_reset (
  person_id uuid not null references identity.person,
  reset_by uuid not null references identity.person,
  at timestamp with time zone not null
);
create index on identity.credential_reset (person_id);

-- A secret offered to somebody counts once they have shown a code made with it.
create table identity.totp (
  person_id uuid primary key references identity.person,
  -- Encrypted under a key that is not in the database.
  secret bytea,
  offered_secret bytea,
  added_at timestamp with time zone,
  -- The step of time of the last code taken: no code is taken twice.
  last_step bigint not null default 0
);

create table identity.recovery_code (
  person_id uuid not null references identity.person,
  hash bytea not null,
  used_at timestamp with time zone,
  primary key (person_id, hash)
);

create table identity.passkey (
  id uuid primary key,
  person_id uuid not null references identity.person,
  credential_id bytea not null unique,
  name text not null,
  public_key bytea not null,
  signature_count bigint not null,
  user_verified boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  transports text not null,
  attestation_object bytea not null,
  attestation_client_data bytea not null,
  added_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null
);
create index on identity.passkey (person_id);

-- Which of the people the office's identity provider knows, and as whom: by the subject, which an
-- issuer gives to nobody else, and never by a name or an e-mail address.
create table identity.provider_link (
  person_id uuid primary key references identity.person,
  issuer text not null,
  subject text not null,
  linked_at timestamp with time zone not null,
  unique (issuer, subject)
);

-- An account waits for whoever shows the secret, of which the hash is kept.
create table identity.provider_invitation (
  person_id uuid primary key references identity.person,
  hash bytea not null unique,
  until timestamp with time zone not null,
  invited_by uuid not null references identity.person
);

-- Spring Session's tables, as its version 4.0 defines them for PostgreSQL.
create table identity.spring_session (
  primary_id char(36) primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create unique index on identity.spring_session (session_id);
create index on identity.spring_session (expiry_time);
create index on identity.spring_session (principal_name);

create table identity.spring_session_attributes (
  session_primary_id char(36) not null
    references identity.spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);

-- Somebody saw, for a while and in one area, footage that they may not otherwise see, or reports of
-- situations of a commune, and somebody else says afterwards whether that was right.
create table identity.emergency_access (
  id uuid primary key,
  code text not null unique,
  person_id uuid not null references identity.person,
  -- Areas are another feature's, so there is no foreign key.
  area_id uuid not null,
  purpose text not null default 'FOOTAGE' check (purpose in ('FOOTAGE', 'SITUATIONS')),
  reason text not null check (char_length(reason) between 20 and 1000),
  opened_at timestamp with time zone not null,
  until timestamp with time zone not null check (until > opened_at),
  -- Null: it lasts, or lasted, until then.
  ended_at timestamp with time zone check (ended_at between opened_at and until),
  review_by timestamp with time zone not null,
  -- When it was noted that nobody had reviewed it in time.
  overdue_at timestamp with time zone,
  justified boolean,
  review_reason text check (char_length(review_reason) between 20 and 1000),
  reviewed_by uuid references identity.person check (reviewed_by <> person_id),
  reviewed_at timestamp with time zone,
  check (num_nonnulls(justified, review_reason, reviewed_by, reviewed_at) in (0, 4))
);
create index emergency_access_person on identity.emergency_access (person_id, opened_at);
create index emergency_access_waiting on identity.emergency_access (review_by)
  where reviewed_at is null;
-- Whoever answers for a commune is told who opened its reports.
create index emergency_access_told on identity.emergency_access (area_id, id)
  where purpose = 'SITUATIONS';

-- Where somebody lives, as an administrator of the whole site noted it: encrypted, and only ever
-- asked whether something lies near it.
create table identity.home (
  person_id uuid primary key references identity.person,
  content_cipher bytea not null
);
