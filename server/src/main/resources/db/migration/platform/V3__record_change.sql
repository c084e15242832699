-- How often what a feature counts was changed: a row for each transaction that did so, added by the
-- triggers of the feature's own tables. Only added to, so that writers never wait for each other;
-- rows of one feature are made one from time to time, with their sum. Whoever sees the same sum sees
-- the same records.
create table platform.record_change (
  feature text not null,
  xact xid8 not null default pg_current_xact_id(),
  changes bigint not null default 1,
  primary key (feature, xact)
);

create function platform.note_change() returns trigger language plpgsql as $$
begin
  insert into platform.record_change (feature) values (tg_table_schema) on conflict do nothing;
  return null;
end
$$;
