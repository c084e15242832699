package anbinh.oversight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.LoggedEvent;
import anbinh.evidence.EvidenceFixture;
import anbinh.identity.Role;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What tests of findings share: an office with its people, and how they read what was found.
abstract class FindingTests {
  @RegisterExtension static final TestServer SERVER = new TestServer(TestServer.FAKE_FOOTAGE);

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// Midnight of the site, 61 days ago.
  static Instant start = Instant.EPOCH;

  static @Nullable EvidenceFixture made;
  static List<UUID> officers = List.of();

  @BeforeAll
  static void makeWorld() {
    EvidenceFixture world = new EvidenceFixture(SERVER);
    made = world;
    start = LocalDate.now(ZONE).minusDays(Office.DAYS).atStartOfDay(ZONE).toInstant();
    officers =
        IntStream.range(0, 5)
            .mapToObj(n -> SERVER.person("truc-" + n, world.commune.id(), Role.DUTY_OFFICER).id())
            .toList();
  }

  static EvidenceFixture world() {
    return Objects.requireNonNull(made);
  }

  static void change(String sql) {
    SERVER.database().client().sql(sql).update();
  }

  static Map<String, Object> result(String reason) {
    return Map.of("result", "PASSED_ON", "reason", reason);
  }

  /// The newest finding about somebody, with its looks.
  static JsonNode one(UUID who) {
    return one(who, "%");
  }

  static JsonNode one(UUID who, String kind) {
    UUID id =
        SERVER
            .database()
            .client()
            .sql(
                """
                select id from oversight.finding where person_id = ? and kind like ?
                order by id desc limit 1
                """)
            .params(who, kind)
            .query(UUID.class)
            .single();
    Answer answer = world().as("auditor").get("/api/findings/" + id);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  static void takeAll(Acts acts) {
    take(acts.inOrder());
  }

  /// As the server takes what it reads of the log at once.
  static void take(List<LoggedEvent> entries) {
    SERVER
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> SERVER.bean(LogWatch.class).take(entries, Instant.EPOCH));
  }

  /// @return the place of the last entry
  static long readWholeLog() throws InterruptedException {
    long index = SERVER.awaitLog();
    while (SERVER.bean(LogWatch.class).readOn()) {
      assertThat(SERVER.bean(LogWatch.class).isRunning()).isTrue();
    }
    return index;
  }

  static int found(UUID who, Rule rule, @Nullable UUID target) {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select count(*) from oversight.finding where person_id = :who and rule = :rule
              and (cast(:target as text) is null or target_id = :target)
            """)
        .param("who", who)
        .param("rule", rule.name())
        .param("target", target == null ? null : target.toString())
        .query(Integer.class)
        .single();
  }

  static long countFindings() {
    return count("select count(*) from oversight.finding");
  }

  static long count(String sql) {
    return SERVER.database().client().sql(sql).query(Long.class).single();
  }

  static UUID person(String username) {
    return SERVER
        .database()
        .client()
        .sql("select id from identity.person where username = ?")
        .param(username)
        .query(UUID.class)
        .single();
  }

  static Instant day(int day, int hour) {
    return start.plus(day, ChronoUnit.DAYS).plusSeconds(LocalTime.of(hour, 0).toSecondOfDay());
  }
}
