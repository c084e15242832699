-- What a phone or a double click may send twice has the identifier that its sender gave it, so that it
-- is there once. Items that came by one receipt have that of the receipt.
alter table community.equipment add column receipt_id uuid;
create index equipment_receipt on community.equipment (receipt_id) where receipt_id is not null;
alter table community.self_managed_group add column sent_id uuid;
create unique index self_managed_group_sent on community.self_managed_group (sent_id)
  where sent_id is not null;
create index stocktaking_at on community.stocktaking (commune_id, at desc, id desc);
drop index community.stocktaking_commune;
