-- A pass is what was seen: it is never altered, only forgotten.
revoke update on sightings.pass, sightings.plate_search from ${program};
revoke delete on sightings.source, sightings.stream, sightings.kept_pass, sightings.confusion,
  sightings.counted, sightings.wanted_alert, sightings.wanted_position from ${program};
revoke insert on sightings.stream, sightings.counted, sightings.wanted_position from ${program};
