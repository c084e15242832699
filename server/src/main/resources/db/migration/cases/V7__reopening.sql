-- Somebody who works on a case asks that the sealed record of one of its people be opened again, and
-- an approver, who names the document of the prosecutor or the court, confirms or refuses it. What
-- may tell of the person is encrypted, as the record is. Rows go with the record's content.
create table cases.party_reopening (
  id uuid primary key,
  party_id uuid not null references cases.party,
  from_on date not null,
  until_on date not null check (until_on >= from_on),
  wanted_cipher bytea not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('CONFIRMED', 'REFUSED')),
  decision_cipher bytea,
  decided_by uuid check (decided_by <> asked_by),
  decided_at timestamptz,
  check (num_nonnulls(outcome, decision_cipher, decided_by, decided_at) in (0, 4))
);
create index party_reopening_party on cases.party_reopening (party_id, id);
create unique index party_reopening_pending on cases.party_reopening (party_id)
  where decided_at is null;
