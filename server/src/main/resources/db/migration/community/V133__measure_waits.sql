-- What waits for the chair is any paper that moves the end date, and not only an extension. One that
-- ends the measure earlier holds by itself unless the chair objects in time; an extension lapses.
alter table community.measure rename column extension_waits to waits;
alter table community.measure add column waiting_since timestamptz;
-- The day on which the paper ends it; null of an extension.
alter table community.measure add column waiting_until date;
update community.measure set waiting_since = now() where waits;
alter table community.measure add check (waits = (waiting_since is not null));
alter table community.measure add check (waiting_until is null or waits);
create index measure_waiting_since on community.measure (waiting_since) where waits;
-- Null of what the clock did because nobody answered.
alter table community.measure_step alter column by drop not null;
