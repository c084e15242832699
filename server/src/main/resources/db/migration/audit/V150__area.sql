-- Where it happened: the area of what it is about or of whoever acted; null: the whole site. Whoever
-- reads the log for an area reads its entries only.
alter table event add column area_id uuid;
create index event_area on event (area_id, leaf_index) where area_id is not null;
