-- Where somebody lives, as an administrator of the whole site noted it: encrypted, and only ever
-- asked whether something lies near it.
create table home (
  person_id uuid primary key references person,
  content_cipher bytea not null
);
