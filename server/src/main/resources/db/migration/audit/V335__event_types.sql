-- The events of a type in their order, for checks and for whoever follows a type page by page.
create index event_of_type on event (type, seq);
