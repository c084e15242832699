-- Its sender does not send a file any more that was announced, such as one that is refused for good.
alter table community.situation_media add column withdrawn_at timestamptz
  check (withdrawn_at is null or arrived_at is null);
