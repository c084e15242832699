-- Which of the people the office's identity provider knows, and as whom: by the subject, which an
-- issuer gives to nobody else, and never by a name or an e-mail address.
create table provider_link (
  person_id uuid primary key references person,
  issuer text not null,
  subject text not null,
  linked_at timestamp with time zone not null,
  unique (issuer, subject)
);

-- An account waits for whoever shows the secret, of which the hash is kept.
create table provider_invitation (
  person_id uuid primary key references person,
  hash bytea not null unique,
  until timestamp with time zone not null
);
