-- What passed a camera in a span, as a package of evidence lists it.
create index pass_camera on sightings.pass (camera_id, best_at);
