-- Other systems that may report by Open311: what they show is kept as a keyed hash.
create table community.open311_key (
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
create table community.open311_request (
  id uuid primary key,
  situation_id uuid not null unique references community.situation,
  key_id uuid not null references community.open311_key,
  -- As they were sent.
  commune_id uuid not null,
  service_code text not null,
  -- Of the whole form, to know one that is sent twice.
  form_hash bytea not null,
  at timestamptz not null
);
create index open311_request_of on community.open311_request (key_id, at);
