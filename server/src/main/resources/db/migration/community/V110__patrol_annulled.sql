-- A patrol that never was is annulled: a last version says so and why, what stood is kept, and it
-- counts nowhere. Its shift may be patrolled again.
alter table community.patrol add column annulled_at timestamptz;
drop index community.patrol_of_shift;
create unique index patrol_of_shift on community.patrol (shift_id)
  where shift_id is not null and annulled_at is null;
