package anbinh.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.StartFailure;
import anbinh.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// What somebody can do who has the running program's connections.
class ProgramRoleTest {
  private static final TestDatabase DATABASE = TestDatabase.create();

  private final JdbcClient program = DATABASE.program();
  private final JdbcClient owner = DATABASE.client();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void theProgramOwnsNothingAndCanOnlyReadAndChangeRowsOfWhateverTableThereIs()
      throws SQLException {
    List<String> tables = relations("r", "p", "m", "f");
    assertThat(tables)
        .hasSizeGreaterThan(150)
        .contains("audit.event", "anbinh_migrated", "evidence.flyway_schema_history");
    assertThat(
            owner
                .sql(
                    """
                    select c.oid::regclass::text from pg_class c, pg_roles r
                    where r.rolname = 'anbinh' and c.relnamespace in (
                        select oid from pg_namespace where nspname !~ '^pg_toast')
                      and (c.relowner = r.oid
                        or c.relkind in ('r', 'p') and c.oid >= 16384
                          and has_table_privilege(r.oid, c.oid, 'truncate, references, trigger'))
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    List<String> views = relations("v");
    assertThat(views).contains("mediation.counted");
    try (Connection connection = connect()) {
      for (String table : tables) {
        assertThat(refused(connection, "truncate " + table)).as(table).isTrue();
        assertThat(refused(connection, "drop table " + table)).as(table).isTrue();
        assertThat(refused(connection, "alter table " + table + " disable trigger all"))
            .as(table)
            .isTrue();
        assertReadable(connection, table);
      }
      for (String view : views) {
        assertThat(refused(connection, "drop view " + view)).as(view).isTrue();
        assertThat(refused(connection, "alter view " + view + " rename to other"))
            .as(view)
            .isTrue();
        assertReadable(connection, view);
      }
    }
  }

  private static void assertReadable(Connection connection, String relation) {
    assertThat(
            JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql("select count(*) from " + relation)
                .query(Long.class)
                .single())
        .as(relation)
        .isNotNegative();
  }

  private List<String> relations(String... kinds) {
    return owner
        .sql(
            """
            select c.oid::regclass::text from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where c.relkind::text = any (?)
              and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
            """)
        .param(kinds)
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void theLogIsOnlyAddedTo() {
    UUID id = event();
    String own = " where id = '" + id + "'";
    for (String statement :
        List.of(
            "delete from audit.event" + own,
            "update audit.event set type = 'x'" + own,
            "update audit.event set at = now()" + own,
            "update audit.event set record = record, leaf_index = 3" + own,
            "update audit.event set mac = mac" + own,
            "update audit.event set disclosure = 'EXACT'" + own,
            "update audit.event set actor_id = null" + own,
            "merge into audit.event e using (select 1) on e.id = '"
                + id
                + "' when matched then delete",
            """
            insert into audit.event (id, at, type, routine, refused, record, mac, disclosure)
            select id, at, type, routine, refused, record, mac, disclosure from audit.event
            on conflict (id) do update set type = 'x'
            """,
            "with gone as (delete from audit.event returning id) select * from gone",
            "delete from audit.remembered_checkpoint",
            "update audit.remembered_checkpoint set note = ''",
            "delete from audit.log_check",
            "update audit.log_check set findings = 0",
            "delete from audit.witness",
            "drop trigger event_kept on audit.event",
            "create or replace function audit.refuse_change() returns trigger language plpgsql"
                + " as 'begin return new; end'",
            "update audit.flyway_schema_history set success = true",
            "delete from public.anbinh_migrated",
            "insert into public.anbinh_migrated values ('audit', '')",
            "alter role anbinh superuser",
            "alter role anbinh reset log_min_messages",
            "set session_replication_role = replica",
            "set role anbinh_owner",
            "create table audit.mine (n int)",
            "create table public.mine (n int)",
            "create schema mine",
            "lock table audit.event in access exclusive mode",
            "copy audit.event to program 'true'",
            "copy audit.event from '/dev/null'",
            "select pg_read_file('PG_VERSION')",
            "alter system set fsync = off")) {
      assertThat(fails(statement)).as(statement).isTrue();
    }
    assertThat(owner.sql("select type from audit.event" + own).query(String.class).single())
        .isEqualTo("first");
  }

  @Test
  void aPlaceInTheLogIsNotedOnceAndWhatIsForgottenIsNotMadeUpAnew() {
    String own = " where id = '" + event() + "'";
    program.sql("update audit.event set leaf_index = 7000" + own).update();
    program.sql("update audit.event set leaf_index = 7000" + own).update(); // said again
    for (String change :
        List.of(
            "leaf_index = 7001",
            "leaf_index = null",
            "detail = '{\"other\":1}'",
            "salt = '\\x01'",
            "detail = null, salt = '\\x02'")) {
      assertThatThrownBy(() -> program.sql("update audit.event set " + change + own).update())
          .as(change)
          .hasMessageContaining("kept as it is");
    }
    program.sql("update audit.event set detail = null, salt = null" + own).update();
    assertThatThrownBy(() -> program.sql("update audit.event set detail = '{}'" + own).update())
        .hasMessageContaining("kept as it is");
    assertThat(
            owner
                .sql("select leaf_index || coalesce(detail, ' none') from audit.event" + own)
                .query(String.class)
                .single())
        .isEqualTo("7000 none");
  }

  /// By what they are, whatever the program's code does today.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "evidence.history",
        "evidence.confirmation",
        "evidence.download",
        "evidence.extraction_file",
        "cases.note",
        "cases.change",
        "cameras.consent",
        "areas.succession",
        "mediation.step",
        "situation.step",
        "standard.step",
        "standard.review",
        "programme.version",
        "oversight.publication",
        "recording.deleted_segment",
        "reports.report_step",
        "reports.report_note"
      })
  void whatTellsHowSomethingCameAboutIsOnlyAddedTo(String table) throws SQLException {
    String column =
        owner
            .sql(
                """
                select quote_ident(attname) from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and attidentity = ''
                order by attnum limit 1
                """)
            .param(table)
            .query(String.class)
            .single();
    assertThat(refused("delete from " + table)).isTrue();
    assertThat(refused("update " + table + " set " + column + " = " + column)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evidence.request", "evidence.extraction", "evidence.handover", "evidence.deletion",
        "evidence.hold", "evidence.copy", "identity.person", "identity.emergency_access",
        "cases.case_file", "cases.final_closure", "oversight.finding", "subject.request",
        "reports.report_version", "cameras.camera", "areas.area"
      })
  void whatIsForEverIsNotDeleted(String table) throws SQLException {
    assertThat(refused("delete from " + table)).isTrue();
  }

  @Test
  void aTableOfALaterMigrationIsTheProgramsToUseAndNotItsOwn() throws SQLException {
    owner.sql("create table cases.later (n int)").update();
    owner.sql("create schema later create table thing (n int)").update();
    for (String table : List.of("cases.later", "later.thing")) {
      program.sql("insert into " + table + " values (1)").update();
      program.sql("update " + table + " set n = 2").update();
      program.sql("delete from " + table).update();
      assertThat(refused("truncate " + table)).isTrue();
    }
    owner.sql("drop schema later cascade").update();
    owner.sql("drop table cases.later").update();
  }

  @Test
  void theStartRefusesARoleThatMayDoMore() {
    var source =
        new DriverManagerDataSource(DATABASE.url(), DATABASE.username(), DATABASE.password());
    ProgramRole.require(source);
    for (List<String> faults :
        List.of(
            List.of("truncate on evidence.history", "evidence.history"),
            List.of("trigger on audit.event", "audit.event"),
            List.of("create on schema audit", "tables in the schema audit"),
            List.of("create on database " + databaseName(), "schemas"))) {
      owner.sql("grant " + faults.getFirst() + " to anbinh").update();
      assertThatThrownBy(() -> ProgramRole.require(source))
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("anbinh")
          .hasMessageContaining(faults.getLast())
          .extracting(failure -> ((StartFailure) failure).remedy())
          .asString()
          .contains("docs/guide/running.md");
      owner.sql("revoke " + faults.getFirst() + " from anbinh").update();
    }
    var tooMuch =
        new DriverManagerDataSource(
            DATABASE.url(), DATABASE.ownerUsername(), DATABASE.ownerPassword());
    assertThatThrownBy(() -> ProgramRole.require(tooMuch))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("anbinh_owner");
  }

  private String databaseName() {
    return owner.sql("select current_database()").query(String.class).single();
  }

  private boolean fails(String statement) {
    try {
      program.sql(statement).update();
      return false;
    } catch (DataAccessException refused) {
      return true;
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(DATABASE.url(), DATABASE.username(), DATABASE.password());
  }

  private static boolean refused(String statement) throws SQLException {
    try (Connection connection = connect()) {
      return refused(connection, statement);
    }
  }

  /// Nothing of the statement stays.
  private static boolean refused(Connection connection, String statement) throws SQLException {
    connection.setAutoCommit(false);
    try (var run = connection.createStatement()) {
      run.execute(statement);
      return false;
    } catch (SQLException e) {
      return "42501".equals(e.getSQLState()); // insufficient privilege
    } finally {
      connection.rollback();
    }
  }

  private UUID event() {
    UUID id = UUID.randomUUID();
    program
        .sql(
            """
            insert into audit.event
              (id, at, type, routine, refused, detail, salt, record, mac, disclosure)
            values (?, now(), 'first', false, false, '{}', '\\x00', '\\x00', '\\x00', 'EXACT')
            """)
        .param(id)
        .update();
    return id;
  }
}
