package anbinh.standard;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.identity.Role;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// Who may do what of the yearly standard, and when, over HTTP; they run with [StandardIT] on its
/// server.
abstract class StandardTests extends BindingStandardTest {
  @Test
  void whoAssessesWhoAppraisesAndWhoDecidesAreThreePeople() {
    SERVER.namedPerson(
        "two-hats", "Trịnh Văn Hai", commune.id(), Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER);
    SERVER.namedPerson(
        "namesake", "Trịnh Văn Hai", commune.id(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    TestClient twoHats = SERVER.signedIn("two-hats");
    TestClient namesake = SERVER.signedIn("namesake");
    String path = registered(twoHats, village());
    send(twoHats, path);
    assertThat(twoHats.post(path + "/reviews", review("4.1", "ACCEPTED", null)).code())
        .isEqualTo("own-assessment");
    assertThat(namesake.post(path + "/reviews", review("4.1", "ACCEPTED", null)).code())
        .isEqualTo("own-assessment");
    acceptAll(officer, path);
    done(officer.post(path + "/appraisal", Map.of("outcome", "MET")));
    assertThat(namesake.post(path + "/decision", decision("MET")).code())
        .isEqualTo("own-assessment");
    assertThat(officer.post(path + "/decision", decision("MET")).code()).isEqualTo("not-your-role");
    done(chair.post(path + "/decision", decision("MET")));
  }

  @Test
  void theNextStepOfAUnitWaitsForWhoTakesItAndDidNoneBefore() {
    WorklistKind kind = WorklistKind.STANDARD_ASSESSMENT;
    TestClient both = person("both-steps", commune.id(), Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER);
    int heads = Waiting.of(head, kind).count();
    int officers = Waiting.of(officer, kind).count();
    int chairs = Waiting.of(chair, kind).count();
    int own = Waiting.of(both, kind).count();
    Map<String, Object> form = registration(village(), 120);
    form.put("year", present());
    Waiting waiting = Waiting.of(head, kind);
    assertThat(waiting.count()).isEqualTo(heads + 1);
    assertThat(waiting.overdue() > 0 || waiting.nextDue() != null).isTrue();
    String path =
        ROOT + "/assessments/" + done(both.post(ROOT + "/assessments", form)).path("id").asString();
    assertThat(Waiting.of(both, kind).count()).isEqualTo(own + 1);
    send(both, path);
    assertThat(Waiting.of(head, kind).count()).isEqualTo(heads);
    assertThat(Waiting.of(both, kind).count()).as("assessed by themself").isEqualTo(own);
    assertThat(Waiting.of(officer, kind).count()).isEqualTo(officers + 1);
    acceptAll(officer, path);
    done(officer.post(path + "/appraisal", Map.of("outcome", "MET")));
    assertThat(Waiting.of(officer, kind).count()).isEqualTo(officers);
    assertThat(Waiting.of(chair, kind).count()).isEqualTo(chairs + 1);
  }

  @Test
  void whoNamedADocumentDoesNotAppraise() {
    TestClient both =
        person("clerk", commune.id(), Role.VILLAGE_HEAD, Role.COMMUNITY_OFFICER, Role.CHAIR);
    String path = registered(head, village());
    done(
        both.post(
            path + "/evidence",
            Map.of(
                "criterion", "4.1",
                "title", "Nghị quyết chi bộ",
                "speaksFor", today().toString())));
    send(head, path);
    assertThat(done(both.get(path)).path("mayAppraise").asBoolean()).isFalse();
    assertThat(both.post(path + "/reviews", review("4.1", "ACCEPTED", null)).code())
        .isEqualTo("own-assessment");
    assertThat(both.post(path + "/return", Map.of("reason", "Bổ sung tiêu chí 4.1.")).code())
        .isEqualTo("own-assessment");
  }

  @Test
  void whoProposesAndDecidesInOneMomentIsRefusedToo() throws Exception {
    person("hasty", commune.id(), Role.COMMUNITY_OFFICER, Role.CHAIR);
    TestClient first = SERVER.signedIn("hasty");
    TestClient second = SERVER.signedIn("hasty");
    String path = registered(head, village());
    send(head, path);
    acceptAll(officer, path);
    List<Future<Answer>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      new TransactionTemplate(SERVER.bean(PlatformTransactionManager.class))
          .executeWithoutResult(_ -> {
            SERVER
                .bean(JdbcClient.class)
                .sql("select id from standard.assessment where id = ? for update")
                .param(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)))
                .query(UUID.class)
                .single();
            sent.add(
                threads.submit(() -> first.post(path + "/appraisal", Map.of("outcome", "MET"))));
            Await.until("the proposal waits", () -> waiting() == 1);
            sent.add(threads.submit(() -> second.post(path + "/decision", decision("MET"))));
            Await.until("the decision waits behind it", () -> waiting() == 2);
          });
    }
    done(sent.get(0).get());
    assertThat(sent.get(1).get().code()).isEqualTo("own-assessment");
    assertThat(done(chair.get(path)).path("state").asString()).isEqualTo("APPRAISED");
  }

  private static long waiting() {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
              and query like '%standard.assessment%'
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void answersHaveVersionsAndTwoWhoWriteAtOnceAreTold() {
    Area village = village();
    SERVER.namedPerson("head-here", "Trưởng Thôn Tại Chỗ", village.id(), Role.VILLAGE_HEAD);
    TestClient here = SERVER.signedIn("head-here");
    String path = registered(here, village);
    done(here.post(path + "/answers", answer("4.2", 0, true, "")));
    JsonNode half = item(done(here.get(path)), "4.2");
    assertThat(half.path("whole").asBoolean()).as("half of an answer is kept").isFalse();
    Answer other = head.post(path + "/answers", answer("4.2", 0, false, WHY));
    assertThat(other.code()).isEqualTo("standard-answer-changed");
    assertThat(other.text()).contains("Trưởng Thôn Tại Chỗ");
    done(here.post(path + "/answers", answer("4.2", 1, true, WHY)));
    done(here.post(path + "/answers", answer("4.2", 2, true, WHY)));
    assertThat(item(done(here.get(path)), "4.2").path("versions"))
        .as("the same again is no version")
        .hasSize(2);
    assertThat(here.post(path + "/answers", answer("9.9", 0, true, WHY)).text())
        .contains("\"criterion\"");
  }

  @Test
  void aYearThatIsOverHasTheUnitsThatThereWereAndNothingIsStatedAboutItLater() {
    int last = present() - 1;
    Area young = area("Tổ dân phố", AreaKind.RESIDENTIAL_AREA, commune.id(), today());
    Area ended = area("Trường", AreaKind.SCHOOL, commune.id());
    SERVER
        .database()
        .client()
        .sql("update areas.area set valid_to = ?, end_reason = 'Sáp nhập' where id = ?")
        .params(LocalDate.of(last, 12, 31), ended.id())
        .update();
    String before = done(officer.get(ROOT + "/units?limit=200&year=" + last)).toString();
    assertThat(before).contains(ended.id().toString()).doesNotContain(young.id().toString());
    String now = done(officer.get(ROOT + "/units?limit=200")).toString();
    assertThat(now).doesNotContain(ended.id().toString());
    assertThat(now.contains(young.id().toString()))
        .as("what began after the period of the year is of the next one")
        .isEqualTo(!today().isAfter(LocalDate.of(present(), 10, 31)));

    Map<String, Object> exemption = new HashMap<>();
    exemption.put("areaId", ended.id());
    exemption.put("year", last - 1);
    exemption.put("ground", "PRIMARY_OR_NURSERY");
    exemption.put("reason", "Trường mầm non công lập.");
    assertThat(officer.post(ROOT + "/exemptions", exemption).text()).contains("\"year\"");
    exemption.put("year", last);
    done(officer.post(ROOT + "/exemptions", exemption));
    UUID old = UUID.randomUUID();
    SERVER
        .database()
        .client()
        .sql(
            """
            insert into standard.exemption (id, area_id, year, ground, reason, by_id, at)
            values (?, ?, ?, 'PRIMARY_OR_NURSERY', 'Trường mầm non công lập.', ?, now())
            """)
        .params(old, ended.id(), last - 1, old)
        .update();
    assertThat(
            officer
                .post(
                    ROOT + "/exemptions/" + old + "/withdrawal",
                    Map.of("reason", "Nhập nhầm trường khác."))
                .code())
        .isEqualTo("standard-year-over");
  }

  @Test
  void noTableOfTheStandardHasAFieldForAPersonsBelief() {
    List<String> columns =
        SERVER
            .database()
            .client()
            .sql(
                """
                select column_name from information_schema.columns
                where table_schema = 'standard' and table_name not like 'flyway%'
                """)
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(columns).hasSizeGreaterThan(50);
    assertThat(columns)
        .noneMatch(column -> column.matches(".*(religio|belief|faith|ethnic|person|suspect).*"));
  }
}
