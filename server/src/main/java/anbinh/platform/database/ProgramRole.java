package anbinh.platform.database;

import anbinh.platform.StartFailure;
import anbinh.platform.sql.SqlClient;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// Looks, at each start, whether the running program's role is what it must be: no superuser, no
/// member of another role, owner of nothing, unable to make or empty a table. Whoever gets hold of
/// its connections can then not take a row out of the log, nor the triggers and grants that keep
/// it. Looks as well whether the database keeps data checksums, by which a page that the disk
/// altered is found.
final class ProgramRole {
  private static final String GUIDE =
      "Follow docs/guide/running.md, \"A PostgreSQL of your own\": it has the statements.";

  /// What is wrong, the gravest first.
  private static final String FAULTS =
      """
      with role as (select * from pg_roles where rolname = current_user),
      own as (
        select n.oid, n.nspname from pg_namespace n
        where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      )
      select 'the role ' || rolname || ' has the attribute ' || attribute
      from role, lateral (values ('SUPERUSER', rolsuper), ('CREATEROLE', rolcreaterole),
        ('CREATEDB', rolcreatedb), ('REPLICATION', rolreplication), ('BYPASSRLS', rolbypassrls)
      ) as attributes (attribute, there)
      where there
      union all
      select 'the role ' || role.rolname || ' is a member of ' || other.rolname
      from role, pg_roles other
      where other.oid <> role.oid and other.rolname <> 'pg_database_owner' -- told below
        and pg_has_role(role.oid, other.oid, 'member')
      union all
      select 'the role ' || role.rolname || ' owns '
        || case when d.dbid in (0, (select oid from pg_database where datname = current_database()))
             then pg_describe_object(d.classid, d.objid, d.objsubid)
             else 'something in another database' end
      from role, pg_shdepend d
      where d.refclassid = 'pg_authid'::regclass and d.refobjid = role.oid and d.deptype = 'o'
      union all
      select 'the role ' || current_user || ' may create schemas in the database'
      where has_database_privilege(current_database(), 'create')
      union all
      select 'the role ' || current_user || ' may create tables in the schema ' || nspname
      from own where has_schema_privilege(oid, 'create')
      union all
      select 'the role ' || current_user || ' may do more with ' || c.oid::regclass
        || ' than read and change its rows'
      from pg_class c join own on own.oid = c.relnamespace
      where c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'truncate, references, trigger')
      """;

  private ProgramRole() {}

  /// @param program the running program's connections
  /// @throws StartFailure which names what is wrong
  static void require(DataSource program) {
    SqlClient database = new SqlClient(new JdbcTemplate(program));
    List<String> faults = database.list(String.class, FAULTS);
    if (!faults.isEmpty()) {
      throw new StartFailure("in the database, " + faults.getFirst(), GUIDE);
    }
    boolean checked =
        database.get(
            Boolean.class,
            """
            select current_setting('data_checksums') = 'on'
              and current_setting('ignore_checksum_failure') = 'off'
            """);
    if (!checked) {
      throw new StartFailure(
          "the database keeps no data checksums (data_checksums is off), or ignores them"
              + " (ignore_checksum_failure is on)",
          "Stop PostgreSQL and run pg_checksums --enable. " + GUIDE);
    }
  }
}
