-- A message that somebody sends themselves to see that it arrives is a test message.
alter table notification.address drop constraint address_message_check;
update notification.address set message = 'TEST' where message = 'TRIAL';
alter table notification.address
  add constraint address_message_check check (message in ('WAITING', 'URGENT', 'TEST', 'CODE'));
