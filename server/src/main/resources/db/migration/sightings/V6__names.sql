alter table sightings.kept_pass rename to case_pass;
alter index sightings.kept_pass_pkey rename to case_pass_pkey;
alter index sightings.kept_pass_held rename to case_pass_held;
alter table sightings.counted rename to confusion_position;
alter index sightings.counted_pkey rename to confusion_position_pkey;
