-- Accounts that this server wrote bear a code by a key that is not in the database; it stands for all
-- by which somebody signs in with the account and acts.
alter table person
  add column mac text not null default '',
  -- Sessions that were opened before are over, whatever is in their table.
  add column sessions_from timestamp with time zone not null default 'epoch';
-- What they hold is told from what somebody else wrote into their table: all sign in once more.
delete from spring_session;
