-- Has PostgreSQL look at all tables, so that it plans by what is in them now. The program owns no table,
-- so it may not by itself.
create function platform.analyze_tables() returns void language plpgsql security definer
  set search_path = pg_catalog, pg_temp as
  $$ begin analyze; end $$;
