-- Tables by the names that the code has for what they hold.
alter table evidence.ask rename to owner_request;
alter table evidence.secured rename to secured_footage;
