package anbinh.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.Actor;
import anbinh.audit.AuditEvent;
import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.platform.Finding;
import anbinh.platform.ReadOnlyMode;
import anbinh.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What somebody with the database's password or with the disk can do, and that the check says so.
class LogAgainstDatabaseIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private long index;

  @BeforeEach
  void recordSome() throws Exception {
    AuditLog log = SERVER.bean(AuditLog.class);
    for (int i = 0; i < 300; i++) {
      log.record(Event.of(AuditEvent.LOG_READ).about("log", i, null).detail("note", "n" + i));
    }
    UUID last =
        log.record(
            Event.of(AuditEvent.LOG_READ)
                .by(new Actor(new UUID(1, 1), new UUID(2, 2), null, false))
                .about("log", 5, "CODE")
                .detail("note", "the one"));
    index = log.awaitIndex(last, Duration.ofSeconds(10));
    SERVER.bean(Proofs.class).prove(index);
    assertThat(check()).isEmpty();
  }

  @Test
  void anAlteredEventIsFound() {
    for (String change :
        List.of(
            "type = 'identity.sign-out'",
            "at = at - interval '1 hour'",
            "actor_pseudonym = gen_random_uuid()",
            "object_id = '6'",
            "object_kind = 'case'",
            "refused = true")) {
      assertOneFinding(change, "the event was altered");
    }
    for (String change :
        List.of(
            "id = gen_random_uuid()",
            "actor_id = gen_random_uuid()",
            "object_code = 'OTHER'",
            "disclosure = 'DAY'",
            "mac = decode(repeat('00', 32), 'hex')")) {
      assertOneFinding(change, "this server did not record its event");
    }
  }

  @Test
  void anAlteredDetailOrRecordIsFound() {
    assertOneFinding("detail = replace(detail, 'one', 'two')", "detail was altered");
    assertOneFinding("salt = decode(repeat('00', 32), 'hex')", "detail was altered");
    assertOneFinding("salt = null", "one is missing");
    assertOneFinding("record = record || '\\x20'", "the event was altered");
    assertOneFinding(
        "record = (select record from audit.event other where other.leaf_index < event.leaf_index"
            + " order by other.leaf_index limit 1)",
        "another event");
  }

  @Test
  void aForgottenDetailIsInOrder() {
    update("salt = null, detail = null");
    assertThat(check()).isEmpty();
  }

  @Test
  void aDeletedEventIsFoundAndSoIsOneThatNeverGotThere() {
    JdbcClient database = SERVER.database().client();
    database
        .sql("create table if not exists kept as select * from audit.event where false")
        .update();
    database
        .sql("insert into kept select * from audit.event where leaf_index = ?")
        .param(index)
        .update();
    database.sql("delete from audit.event where leaf_index = ?").param(index).update();
    assertThat(check())
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("log entry " + index);
          assertThat(finding.what()).contains("missing in the database");
        });
    database.sql("insert into audit.event overriding system value select * from kept").update();
    database.sql("drop table kept").update();
    assertThat(check()).isEmpty();

    database
        .sql(
            """
            insert into audit.event (id, at, type, routine, refused, record, mac, disclosure,
              leaf_index)
            values (gen_random_uuid(), now(), 'log.read', false, false, '\\x00', '\\x00', 'EXACT',
              1000000)
            """)
        .update();
    assertThat(check())
        .singleElement()
        .satisfies(finding -> assertThat(finding.what()).contains("the log ends at entry"));
    database.sql("delete from audit.event where leaf_index = 1000000").update();
  }

  /// Somebody who deletes an event cannot pass its entry off as padding.
  @Test
  void paddingIsToldFromDeletedEvents() {
    long entries = SERVER.bean(Appender.class).released().checkpoint().size();
    long events =
        SERVER
            .database()
            .client()
            .sql("select count(*) from audit.event where leaf_index < ?")
            .param(entries)
            .query(Long.class)
            .single();
    assertThat(entries).isGreaterThan(events);
    assertThat(check()).isEmpty();
  }

  @Test
  void anAlteredTileIsFound() throws IOException {
    Path bundle = SERVER.data().resolve("log/tile/entries/000");
    byte[] before = Files.readAllBytes(bundle);
    byte[] after = before.clone();
    after[after.length / 2] ^= 1;
    Files.write(bundle, after);
    assertThat(check()).isNotEmpty();
    Files.write(bundle, before);
    assertThat(check()).isEmpty();
  }

  @Test
  void aLogThatWasCutIsNotGoneOnWith() throws IOException {
    Path log = SERVER.data().resolve("log");
    Path aside = SERVER.data().resolve("log-aside");
    SERVER.stop();
    Files.move(log, aside);
    try {
      SERVER.start();
      assertThat(SERVER.bean(ReadOnlyMode.class).isOn()).isTrue();
      assertThat(log.resolve("checkpoint")).doesNotExist();
      SERVER.stop();
      assertThat(log.resolve("checkpoint")).doesNotExist();
    } finally {
      try (Stream<Path> files = Files.exists(log) ? Files.walk(log) : Stream.of()) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
      Files.move(aside, log);
    }
    SERVER.database().client().sql("delete from audit.finding").update();
    SERVER.start();
    assertThat(SERVER.bean(ReadOnlyMode.class).isOn()).isFalse();
    assertThat(check()).isEmpty();
  }

  private void assertOneFinding(String change, String what) {
    JdbcClient database = SERVER.database().client();
    database.sql("create table kept as table audit.event").update();
    update(change);
    List<Finding> found = check();
    database.sql("delete from audit.event where leaf_index = ?").param(index).update();
    database
        .sql(
            "insert into audit.event overriding system value"
                + " select * from kept where leaf_index = ?")
        .param(index)
        .update();
    database.sql("drop table kept").update();
    assertThat(found)
        .as(change)
        .singleElement()
        .satisfies(finding -> {
          assertThat(finding.subject()).isEqualTo("log entry " + index);
          assertThat(finding.what()).contains(what);
        });
    assertThat(check()).isEmpty();
  }

  private void update(String change) {
    assertThat(
            SERVER
                .database()
                .client()
                .sql("update audit.event set " + change + " where leaf_index = ?")
                .param(index)
                .update())
        .isEqualTo(1);
  }

  private static List<Finding> check() {
    var findings = new ArrayList<Finding>();
    SERVER.bean(LogAgainstDatabase.class).run(findings::add);
    return findings;
  }
}
