-- How much of its term an undecided request had left when it was last reminded of: 0 all, 1 half, 2 a
-- quarter.
alter table evidence.request add column reminded smallint not null default 0
  check (reminded between 0 and 2);
