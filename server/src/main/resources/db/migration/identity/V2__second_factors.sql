-- A secret offered to somebody counts once they have shown a code made with it.
create table totp (
  person_id uuid primary key references person,
  -- Encrypted under a key that is not in the database.
  secret bytea,
  offered_secret bytea,
  added_at timestamp with time zone,
  -- The step of time of the last code taken: no code is taken twice.
  last_step bigint not null default 0
);

create table recovery_code (
  person_id uuid not null references person,
  hash bytea not null,
  used_at timestamp with time zone,
  primary key (person_id, hash)
);

create table passkey (
  id uuid primary key,
  person_id uuid not null references person,
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
create index on passkey (person_id);
