-- The rows of histories that events of the log tell of.
create index history_event on evidence.history (event_id);
create index deletion_event on evidence.deletion (event_id);
