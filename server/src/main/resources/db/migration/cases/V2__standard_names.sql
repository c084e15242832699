-- Tables by the names that the code has for what they hold.
alter table cases.ending rename to final_closure;
