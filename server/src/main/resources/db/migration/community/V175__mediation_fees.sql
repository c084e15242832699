-- What a mediator gets for a mediation that ended (Law 35/2013/QH13, articles 6 and 9.5). The amounts
-- are a province's to say within a circular that was not found: none comes with the system.
create table community.mediation_fee (
  id uuid primary key,
  from_on date not null,
  outcome text not null check (outcome in ('AGREED', 'NOT_AGREED', 'STOPPED')),
  dong bigint not null check (dong between 0 and 100000000),
  source text not null check (char_length(source) between 1 and 300),
  -- Whether somebody compared it with the paper.
  checked boolean not null default false,
  by_id uuid not null,
  at timestamptz not null,
  unique (outcome, from_on)
);

-- Whether an entry was taken over from a book on paper (article 21.4).
alter table community.mediation add column from_book boolean not null default false;
