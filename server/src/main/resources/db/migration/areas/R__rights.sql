-- What became of a unit is for ever; a unit ends and is not deleted.
revoke update, delete on areas.succession from ${program};
revoke delete on areas.area, areas.area_name, areas.boundary, areas.planned_change from ${program};
