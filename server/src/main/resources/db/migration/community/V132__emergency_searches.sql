-- How many searches were made under an emergency access, so that nobody leafs through a commune.
create table community.situation_emergency_search (
  emergency_id uuid primary key,
  searches int not null check (searches > 0)
);
-- What goes on with a report that is for the officers above is for them too, and the other way.
update community.situation s set above = true
  where not s.above and exists (
    select from community.situation o where o.above
      and (o.id = s.merged_into or o.merged_into = s.id or o.merged_into = s.merged_into));
create index situation_step_written on community.situation_step (situation_id, at)
  where what = 'WRITTEN';
