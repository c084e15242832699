-- A name as it is compared where another person must act: whatever the case, the spaces, and
-- whether accents were composed. By a collation that knows the letters of all languages whatever
-- the database's own is: PostgreSQL brings one of its own from 17 on, before that by ICU.
do $$
declare
  known text;
begin
  select collname into known from pg_collation
  where collnamespace = 'pg_catalog'::regnamespace
    and collname in ('pg_c_utf8', 'und-x-icu', 'C.utf8', 'default')
  order by array_position(array['pg_c_utf8', 'und-x-icu', 'C.utf8', 'default'], collname::text)
  limit 1;
  execute format(
    $sql$
    alter table person add column name_key text not null generated always as (
      btrim(regexp_replace(lower(normalize(display_name, NFKC) collate %I), '\s+', ' ', 'g'))
    ) stored
    $sql$,
    known);
end
$$;
create index person_name_key on person (name_key);
