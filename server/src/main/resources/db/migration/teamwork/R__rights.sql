-- What happened with an item of equipment is added to; what was said of a patrol, and decided about
-- the work of a team, stays.
revoke update, delete on teamwork.equipment_move from ${program};
revoke delete on teamwork.patrol_version, teamwork.merit from ${program};
