-- A pass is what was seen: it is never altered, only forgotten.
revoke update on sightings.pass from ${program};
revoke delete on sightings.source, sightings.stream from ${program};
revoke insert on sightings.stream from ${program};
