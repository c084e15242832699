-- What a check found of the log that suspends it, each once. It is only added to: a finding over which
-- the log went on is named by an entry of the log itself, and by nothing here.
create table finding (
  subject text not null,
  what text not null,
  -- When it was found first.
  at timestamp with time zone not null,
  primary key (subject, what)
);
