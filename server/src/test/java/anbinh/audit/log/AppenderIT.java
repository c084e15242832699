package anbinh.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import anbinh.audit.Actor;
import anbinh.audit.AuditEvent;
import anbinh.audit.Disclosure;
import anbinh.audit.Event;
import anbinh.audit.EventType;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.EventTable;
import anbinh.platform.Finding;
import anbinh.testing.Await;
import anbinh.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the appender does when the disk or the database lets it down: it says so, and goes on by
/// itself without losing or repeating an event.
class AppenderIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @Test
  void aLogThatCannotBeWrittenIsOpenedAgainByItself() throws Exception {
    AuditLog log = SERVER.bean(AuditLog.class);
    SERVER.bean(Proofs.class).prove(log.awaitIndex(record("before"), Duration.ofSeconds(10)));
    Path tiles = SERVER.data().resolve("log").resolve("tile");
    Path aside = SERVER.data().resolve("log").resolve("tile-aside");
    Files.move(tiles, aside);
    Files.createFile(tiles);
    List<UUID> meanwhile = new ArrayList<>();
    try {
      meanwhile.add(record("the first that cannot be published"));
      awaitTrouble(true);
      meanwhile.add(record("waits"));
      assertThat(SERVER.client().get("/actuator/health").status()).isEqualTo(503);
    } finally {
      Files.delete(tiles);
      Files.move(aside, tiles);
    }
    for (UUID event : meanwhile) {
      log.awaitIndex(event, Duration.ofSeconds(20));
    }
    awaitTrouble(false);
    assertThat(SERVER.client().get("/actuator/health").status()).isEqualTo(200);
    long last = log.awaitIndex(record("after"), Duration.ofSeconds(10));
    assertThat(SERVER.bean(Proofs.class).prove(last)).isNotNull();
    assertThat(findings()).isEmpty();
  }

  /// A database that was killed may have noted the places without having said so.
  @Test
  void notingTheSamePlacesAgainIsInOrderAndOtherPlacesAreNot() throws Exception {
    EventTable table = SERVER.bean(EventTable.class);
    long index = SERVER.bean(AuditLog.class).awaitIndex(record("noted"), Duration.ofSeconds(10));
    long sequence =
        SERVER
            .database()
            .client()
            .sql("select seq from audit.event where leaf_index = ?")
            .param(index)
            .query(Long.class)
            .single();
    table.appended(List.of(sequence), List.of(index));
    assertThatThrownBy(() -> table.appended(List.of(sequence), List.of(index + 1)))
        .hasMessageContaining("only 0 waited");
    assertThat(findings()).isEmpty();
  }

  @Test
  void aFaultOfOneRoundDoesNotEndTheAppender() throws Exception {
    SERVER.database().client().sql("alter table audit.event rename to event_away").update();
    try {
      awaitTrouble(true);
    } finally {
      SERVER.database().client().sql("alter table audit.event_away rename to event").update();
    }
    SERVER.bean(AuditLog.class).awaitIndex(record("goes on"), Duration.ofSeconds(20));
    awaitTrouble(false);
  }

  /// What is not to be placed in time enters the log together and in no order.
  @Test
  void eventsOfADayEnterTheLogMixed() throws Exception {
    List<UUID> events = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      events.add(SERVER.bean(AuditLog.class).record(Event.of(Hidden.DAY_ONLY).fact("i", i)));
    }
    SERVER.awaitLog();
    Map<UUID, Long> places = SERVER.bean(AuditLog.class).indexes(events);
    List<Long> inOrder = events.stream().map(places::get).toList();
    assertThat(inOrder).doesNotContainNull().isNotEqualTo(inOrder.stream().sorted().toList());
    assertThat(findings()).isEmpty();
  }

  /// Somebody with the database's password puts an event into it.
  @Test
  void anEventThatThisServerDidNotRecordIsNeverLogged() throws Exception {
    UUID forged = UUID.randomUUID();
    JdbcClient database = SERVER.database().client();
    database
        .sql(
            """
            insert into audit.event (id, at, type, routine, refused, record, mac, disclosure,
              actor_id, actor_pseudonym)
            select ?, at, type, routine, refused, record, mac, disclosure, actor_id,
              actor_pseudonym
            from audit.event where leaf_index is not null and not routine limit 1
            """)
        .param(forged)
        .update();
    try {
      UUID after = record("after the forged one");
      SERVER.bean(AuditLog.class).awaitIndex(after, Duration.ofSeconds(20));
      assertThat(SERVER.bean(AuditLog.class).findIndex(forged)).isEmpty();
      assertThat(findings())
          .extracting(Finding::subject, Finding::what)
          .contains(tuple("event " + forged, "this server did not record it"));
    } finally {
      database.sql("delete from audit.event where id = ?").param(forged).update();
    }
  }

  private enum Hidden implements EventType {
    DAY_ONLY;

    @Override
    public String code() {
      return "test.day-only";
    }

    @Override
    public Disclosure disclosure() {
      return Disclosure.DAY;
    }
  }

  @Test
  void waitingForAnEventThatDoesNotComeEnds() {
    assertThatThrownBy(
            () -> SERVER.bean(AuditLog.class).awaitIndex(UUID.randomUUID(), Duration.ofMillis(300)))
        .hasMessageContaining("is not in the log yet");
  }

  private static UUID record(String note) {
    return SERVER
        .bean(AuditLog.class)
        .record(
            Event.of(AuditEvent.LOG_READ)
                .by(new Actor(new UUID(1, 1), new UUID(2, 2), null, false))
                .about("log", 1, null)
                .detail("note", note));
  }

  private static void awaitTrouble(boolean requested) {
    Appender appender = SERVER.bean(Appender.class);
    Await.until("trouble: " + requested, () -> Objects.nonNull(appender.trouble()) == requested);
  }

  private static List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    SERVER.bean(LogAgainstDatabase.class).run(findings::add);
    return findings;
  }
}
