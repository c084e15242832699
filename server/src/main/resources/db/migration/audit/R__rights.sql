-- The log is only added to. Of an entry that is there the program may say where in the log it came to
-- lie, and take away what can be forgotten of it (the columns below and nothing else).
revoke update, delete on audit.event, audit.remembered_checkpoint, audit.log_check, audit.finding from ${program};
revoke delete on audit.witness from ${program};
grant update (leaf_index, detail, salt) on audit.event to ${program};

create or replace function audit.refuse_change() returns trigger language plpgsql as
  $$ begin raise exception 'an entry of the log is kept as it is'; end $$;

-- Both only once: a place is not another one later, and what is forgotten is not made up anew. (What
-- the owner of the database alters, who could take this away too, the check finds.)
create or replace trigger event_kept before update on audit.event for each row
  when (current_user = ${program-name} and (
    old.leaf_index is not null and new.leaf_index is distinct from old.leaf_index
    or new.detail is not null and new.detail is distinct from old.detail
    or new.salt is not null and new.salt is distinct from old.salt))
  execute function audit.refuse_change();
