-- Roles that decide or supervise are granted by one administrator and confirmed by another.

-- The administrator who made the account; null: the server itself.
alter table person add column created_by uuid references person;

-- What somebody was called before, as names are compared, so that whoever is given another name is
-- still known for the same person.
create table former_name (
  person_id uuid not null references person,
  name_key text not null,
  primary key (person_id, name_key)
);
create index on former_name (name_key);

-- An administrator gave somebody a way in that is not their own: a password, no second factor any
-- more, or an invitation to link the account with the provider.
create table credential_reset (
  person_id uuid not null references person,
  reset_by uuid not null references person,
  at timestamp with time zone not null
);
create index on credential_reset (person_id);
delete from provider_invitation;
alter table provider_invitation add column invited_by uuid not null references person;

-- Roles that wait for another administrator's confirmation, and what became of that.
create table role_request (
  id uuid primary key,
  person_id uuid not null references person,
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
  ended_by uuid references person,
  ended_at timestamp with time zone,
  reason text,
  check ((outcome is null) = (ended_at is null)),
  check (outcome is distinct from 'REFUSED' or reason is not null),
  check (outcome is null or outcome not in ('CONFIRMED', 'REFUSED')
    or (ended_by is not null and ended_by <> person_id and ended_by <> all (granters)))
);
create unique index role_request_open on role_request (person_id) where outcome is null;

create table role_request_role (
  request_id uuid not null references role_request,
  role text not null,
  last_day date,
  primary key (request_id, role)
);

-- The first administrator's first steps, which nobody could confirm; one row, or none where the
-- server made other people by itself. Once ended they begin again only by a file on the machine.
create table first_steps (
  singleton boolean primary key default true check (singleton),
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
