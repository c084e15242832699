-- Tables by the names that the code has for what they hold.
alter table programme.act rename to proposal;
