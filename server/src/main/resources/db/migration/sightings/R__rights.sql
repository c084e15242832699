-- A pass is what was seen: it is never altered, only forgotten.
revoke update on sightings.pass, sightings.plate_search from ${program};
revoke delete on sightings.source, sightings.stream, sightings.case_pass, sightings.confusion,
  sightings.confusion_position, sightings.wanted_alert, sightings.wanted_position,
  sightings.metadata_camera from ${program};
revoke insert on sightings.stream, sightings.confusion_position, sightings.wanted_position from ${program};
