-- Tables by the names that the code has for what they hold.
alter table team.act rename to proposal;
