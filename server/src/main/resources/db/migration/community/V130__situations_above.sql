-- What is overdue, and not done in a second term either, is for the officers above too.
alter table community.situation add column above_at timestamptz;
update community.situation set above_at = escalated_at + interval '24 hours'
  where escalated_at is not null;
create index situation_left on community.situation (above_at)
  where above_at is not null and not above and escalated_at is not null;
-- Where somebody is in danger now, it is for them at once.
update community.situation set above = true
  where danger and merged_into is null and state not in ('CLOSED', 'RETRACTED');
