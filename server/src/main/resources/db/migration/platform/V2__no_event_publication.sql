-- Nothing is left to be told after a restart: what hears of a change reads the rows when it starts.
drop table platform.event_publication;
