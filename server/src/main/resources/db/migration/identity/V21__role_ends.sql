-- The last day of a role that ends, by the site's calendar; null: until it is taken away.
alter table role_grant add column last_day date;
