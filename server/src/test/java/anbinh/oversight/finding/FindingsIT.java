package anbinh.oversight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.AuditLog;
import anbinh.audit.log.Proofs;
import anbinh.evidence.EvidenceFixture;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.oversight.sample.Samples;
import anbinh.oversight.transparency.Publications;
import anbinh.platform.Figure;
import anbinh.platform.Finding;
import anbinh.seal.figures.FiguresCheck;
import anbinh.seal.log.LogReader;
import anbinh.seal.note.VerifierKey;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.Waiting;
import anbinh.worklist.WorklistKind;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the rules find in real logs, and what auditors do with it.
class FindingsIT extends FindingRuleTests {
  /// Through HTTP and the log: refused, and asked again for the same footage within another case;
  /// seen by the auditor, closed with a reason, and read once however often the server starts.
  @Test
  void findsARefusedRequestThatIsMadeAgainInAnotherCase() throws Exception {
    EvidenceFixture world = world();
    UUID refused = world.request(world.form(0, world.camera));
    Answer decided =
        world
            .as("approver")
            .post(
                EvidenceFixture.path(refused) + "/decision",
                Map.of(
                    "outcome",
                    "REFUSE",
                    "reasonCode",
                    "NOT_NECESSARY",
                    "reason",
                    "Không cần thiết cho vụ này."));
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);
    Map<String, Object> again = world.form(2, world.camera);
    again.put("caseId", world.openCase("investigator", world.commune));
    UUID second = world.request(again);
    readWholeLog();
    UUID who = person("investigator");
    assertThat(found(who, Rule.REFUSED_AGAIN, second)).isOne();

    TestClient auditor = world.as("auditor").language("en");
    JsonNode finding = one(who);
    String path = "/api/findings/" + finding.path("id").asString();
    assertThat(finding.path("person").path("displayName").asString())
        .isEqualTo("Người investigator");
    assertThat(finding.path("looked").size()).isEqualTo(2);
    long entry = finding.path("looked").get(0).path("indexes").get(0).asLong();
    assertThat(auditor.get("/api/log/" + entry).json().path("objectId").asString())
        .isEqualTo(refused.toString());

    assertThat(EvidenceFixture.errors(auditor.post(path + "/result", result("ngắn   "))))
        .containsExactly("reason size");
    assertThat(world.as("approver").get(path).code()).isEqualTo("not-your-role");
    Answer closed =
        auditor.post(path + "/result", result("The commune's chief was told on paper."));
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    assertThat(closed.json().path("closing").path("result").asString()).isEqualTo("PASSED_ON");
    assertThat(auditor.post(path + "/result", result("Once more, and differently.")).code())
        .isEqualTo("finding-closed");
    assertThat(auditor.get("/api/findings?state=OPEN").text()).doesNotContain(path.substring(14));
    assertThat(auditor.get("/api/findings?state=CLOSED").text()).contains(path.substring(14));

    readWholeLog();
    long looks = count("select count(*) from oversight.footage_access");
    long findings = countFindings();
    SERVER.stop();
    SERVER.start();
    readWholeLog();
    assertThat(count("select count(*) from oversight.footage_access")).isEqualTo(looks);
    assertThat(countFindings()).isEqualTo(findings);
    assertThat(
            count(
                "select count(*) from audit.event where type in ('oversight.finding-opened',"
                    + " 'oversight.finding-closed') and object_id = '"
                    + path.substring(14)
                    + "'"))
        .isEqualTo(2);
  }

  @Test
  void nobodySeesOrClosesWhatWasFoundAboutThemself() {
    Person auditor = SERVER.person("tu-giam-sat", null, Role.AUDITOR, Role.INVESTIGATOR);
    UUID area = UUID.randomUUID();
    var acts = new Acts();
    for (int n = 0; n < 3; n++) {
      acts.denied(day(30 + n, 10), auditor.id(), area);
    }
    TestClient self = world().as("tu-giam-sat");
    TestClient other = world().as("auditor");
    int ofOthers = Waiting.of(self, WorklistKind.FINDING).count();
    int before = Waiting.of(other, WorklistKind.FINDING).count();
    takeAll(acts);
    assertThat(Waiting.of(self, WorklistKind.FINDING).count()).isEqualTo(ofOthers);
    assertThat(Waiting.of(other, WorklistKind.FINDING).count()).isEqualTo(before + 1);
    String id = one(auditor.id()).path("id").asString();
    assertThat(self.get("/api/findings?limit=200").text()).doesNotContain(id);
    assertThat(self.get("/api/findings/" + id).code()).isEqualTo("own-finding");
    assertThat(self.post("/api/findings/" + id + "/result", result("Đó là việc của tôi.")).code())
        .isEqualTo("own-finding");
    SERVER.namedPerson("tu-giam-sat-2", "người  TU-GIAM-SAT", null, Role.AUDITOR);
    TestClient same = world().as("tu-giam-sat-2");
    assertThat(same.get("/api/findings?limit=200").text()).doesNotContain(id);
    assertThat(same.get("/api/findings/" + id).code()).isEqualTo("own-finding");
    assertThat(count("select count(*) from audit.event where refused and object_id = '" + id + "'"))
        .isEqualTo(3);
  }

  /// Real looks, drawn after the week's end, given to the auditor of the other commune, and judged.
  @Test
  void drawsLooksOfTheWeekForSomebodyElseToJudge() throws Exception {
    EvidenceFixture world = world();
    world.request(world.form(6, world.camera));
    Person self = SERVER.person("giam-sat-dieu-tra", null, Role.AUDITOR, Role.INVESTIGATOR);
    Person same =
        SERVER.namedPerson(
            "dieu-tra-giam-sat", "NGƯỜI investigator", world.elsewhere.id(), Role.AUDITOR);
    readWholeLog();
    LocalDate monday = LocalDate.now(ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Samples.drawBefore(SERVER, monday.minusDays(1));
    assertThat(count("select count(*) from oversight.weekly_sample")).isZero();
    // Signs a checkpoint over all that is there.
    SERVER.bean(Proofs.class).prove(SERVER.bean(AuditLog.class).nextIndex() - 1);
    Samples.drawBefore(SERVER, monday);
    Samples.drawBefore(SERVER, monday);
    assertThat(count("select count(*) from audit.event where type = 'oversight.sample-drawn'"))
        .isOne();
    readWholeLog();
    assertThat(Samples.check(SERVER)).isEmpty();

    TestClient auditor = world.as("auditor");
    JsonNode waiting = auditor.get("/api/sampled-accesses?limit=200").json().path("items");
    assertThat(waiting.size())
        .isEqualTo((int) count("select count(*) from oversight.review"))
        .isPositive();
    UUID who = person("investigator");
    assertThat(
            count(
                "select count(*) from oversight.review where person_id = '%s' and reviewer_id = '%s'"
                    .formatted(who, same.id())))
        .as("given to another account of the same name")
        .isZero();
    assertThat(
            world.as(same.username()).get("/api/sampled-accesses?limit=200").json().path("items"))
        .noneMatch(each -> each.path("person").path("id").asString().equals(who.toString()));
    JsonNode review =
        waiting
            .valueStream()
            .filter(each ->
                each.path("person").path("id").asString().equals(who.toString())
                    && each.path("kind").asString().equals("REQUEST"))
            .findFirst()
            .orElseThrow();
    assertThat(review.path("sameUnit").asBoolean()).isFalse();
    assertThat(review.path("overdue").asBoolean()).isFalse();
    String path = "/api/sampled-accesses/" + review.path("id").asString();
    change(
        "update oversight.review set reviewer_id = '%s' where id = '%s'"
            .formatted(person("auditor"), review.path("id").asString()));
    TestClient other = world.as(self.username());
    tellsWhoMayAnswer(auditor, other, review.path("id").asString());
    Map<String, Object> not = Map.of("answer", "NOT_PLAIN", "reason", "Vụ việc không ở gần đó.");
    assertThat(other.post(path + "/answer", not).code()).isEqualTo("not-your-review");
    assertThat(EvidenceFixture.errors(auditor.post(path + "/answer", tooShort())))
        .containsExactly("reason size");
    Answer answered = auditor.post(path + "/answer", not);
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    String finding = answered.json().path("answer").path("findingId").asString();
    assertThat(auditor.get("/api/findings/" + finding).json().path("rule").asString())
        .isEqualTo("NOT_PLAIN");
    assertThat(auditor.post(path + "/answer", not).code()).isEqualTo("review-answered");
    assertThat(auditor.get("/api/sampled-accesses?state=ANSWERED").text())
        .contains(review.path("id").asString());

    change(
        "update oversight.review set due_at = now() - interval '1 day', reviewer_id = null"
            + " where answered_at is null");
    JsonNode overdue = other.get("/api/sampled-accesses").json().path("items");
    assertThat(overdue.valueStream().allMatch(each -> each.path("overdue").asBoolean())).isTrue();
    change("update oversight.review set person_id = '" + self.id() + "' where answered_at is null");
    assertThat(other.get("/api/sampled-accesses").json().path("items").size()).isZero();
    assertThat(Waiting.of(other, WorklistKind.SAMPLED_ACCESS).count()).as("one's own").isZero();

    long index = count("select min(entry_index) from oversight.review");
    change("update oversight.review set entry_index = 0 where entry_index = " + index);
    assertThat(Samples.check(SERVER))
        .extracting(Finding::what)
        .containsExactly("reviewers were given what was not drawn");
    change("update oversight.review set entry_index = " + index + " where entry_index = 0");
    change("update oversight.weekly_sample set root = repeat('a', 64)");
    assertThat(Samples.check(SERVER)).hasSize(2);
    change("delete from oversight.review");
    change("delete from oversight.weekly_sample");
    assertThat(Samples.check(SERVER))
        .extracting(Finding::what)
        .containsExactly("the log says that it was drawn");
  }

  /// The reviewer as long as there is time, then others too.
  private static void tellsWhoMayAnswer(TestClient reviewer, TestClient other, String id) {
    List<JsonNode> own =
        reviewer
            .get("/api/sampled-accesses?limit=200")
            .json()
            .path("items")
            .valueStream()
            .filter(each -> each.path("mayAnswer").asBoolean())
            .toList();
    Waiting waiting = Waiting.of(reviewer, WorklistKind.SAMPLED_ACCESS);
    assertThat(waiting.count()).isEqualTo(own.size()).isPositive();
    assertThat(waiting.overdue()).isZero();
    assertThat(waiting.nextDue())
        .isEqualTo(
            own.stream()
                .map(each -> Instant.parse(each.path("dueAt").asString()))
                .min(Comparator.naturalOrder())
                .orElse(null));
    int before = Waiting.of(other, WorklistKind.SAMPLED_ACCESS).count();
    String move =
        "update oversight.review set due_at = due_at %s interval '60 days' where id = '%s'";
    change(move.formatted("-", id));
    assertThat(Waiting.of(reviewer, WorklistKind.SAMPLED_ACCESS).overdue()).isOne();
    Waiting late = Waiting.of(other, WorklistKind.SAMPLED_ACCESS);
    assertThat(late.count()).isEqualTo(before + 1);
    assertThat(late.overdue()).isOne();
    change(move.formatted("+", id));
  }

  private static void search(String username, String caseId, String text) {
    search(username, caseId, text, null);
  }

  private static void search(
      String username, String caseId, String text, @Nullable Integer misreading) {
    Map<String, Object> form = new HashMap<>();
    form.put("caseId", caseId);
    form.put("reason", "Tìm xe gây tai nạn rồi bỏ chạy ở chợ");
    form.put("text", text);
    form.put("misreading", misreading);
    Await.until(
        "an index that can be searched",
        () -> {
          Answer answer = world().as(username).post("/api/sightings/searches", form);
          assertThat(answer.status()).as(answer.text()).isIn(200, 503);
          return answer.status() == 200;
        });
  }

  private static void close(String username, String caseId) {
    Answer closed =
        world()
            .as(username)
            .post(
                "/api/cases/" + caseId + "/outcome",
                Map.of("clarified", false, "clarifiedBy", List.of(), "note", "Không tìm được xe"));
    assertThat(closed.status()).as(closed.text()).isLessThan(300);
  }

  /// As somebody searched 228 times for one former partner: spread over cases, one of which is
  /// closed, and each time in another way.
  @Test
  void findsWhoSearchesForOnePlateAgainAndAgain() throws Exception {
    EvidenceFixture world = world();
    String who = "tim-lap-lai";
    UUID id = SERVER.person(who, world.commune.id(), Role.INVESTIGATOR).id();
    String first = world.openCase(who, world.commune);
    String second = world.openCase(who, world.commune);
    search(who, first, "36A 123.45 xe tải");
    search(who, second, "36a-12345");
    search(who, first, "36A1234?");
    search(who, second, "?6A12345");
    for (String other : List.of("36B67890", "29A55555", "88C10101", "17A24680", "30V46597")) {
      search(who, first, other);
    }
    close(who, first);
    String third = world.openCase(who, world.commune);
    readWholeLog();
    assertThat(found(id, Rule.REPEATED_SEARCH, null)).isZero();
    search(who, third, "36A12845");
    readWholeLog();
    assertThat(found(id, Rule.REPEATED_SEARCH, UUID.fromString(first))).isOne();
    JsonNode finding = one(id);
    assertThat(finding.path("looks").asInt()).isEqualTo(5);
    assertThat(finding.path("looked").size()).isEqualTo(5);
    assertThat(finding.at("/target/kind").asString()).isEqualTo("case");
    assertThat(finding.toString()).doesNotContain("12345");

    search(who, third, "36A12345");
    readWholeLog();
    assertThat(one(id).path("looks").asInt()).as("grows").isEqualTo(6);
    String path = "/api/findings/" + finding.path("id").asString();
    Answer closed = world.as("auditor").post(path + "/result", result("Đã chuyển chỉ huy xem."));
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    search(who, third, "36A12345");
    readWholeLog();
    assertThat(found(id, Rule.REPEATED_SEARCH, null)).as("begins anew").isOne();
    for (int i = 0; i < 4; i++) {
      search(who, third, "29A55555");
    }
    readWholeLog();
    assertThat(found(id, Rule.REPEATED_SEARCH, UUID.fromString(first)))
        .as("another plate of the same case")
        .isEqualTo(2);
  }

  /// Work on a case that goes on is no misuse, nor is a slider that is moved.
  @Test
  void leavesSearchesAloneOfWhichSomethingComes() throws Exception {
    EvidenceFixture world = world();
    String who = "tim-co-ket-qua";
    UUID id = SERVER.person(who, world.commune.id(), Role.INVESTIGATOR).id();
    String ours = world.openCase(who, world.commune);
    for (int i = 0; i < 4; i++) {
      search(who, ours, "36A12345");
    }
    Answer noted =
        world.as(who).post("/api/cases/" + ours + "/notes", Map.of("words", "Đã gặp chủ xe."));
    assertThat(noted.status()).as(noted.text()).isEqualTo(201);
    for (int i = 0; i < 4; i++) {
      search(who, ours, "36A12345");
    }
    for (int misreading : List.of(10, 20, 40, 50, 60)) {
      search(who, ours, "36A12345", misreading);
    }
    readWholeLog();
    assertThat(found(id, Rule.REPEATED_SEARCH, null)).isZero();
  }

  private static Map<String, Object> tooShort() {
    return Map.of("answer", "PLAIN", "reason", "ngắn    ");
  }

  /// What the verifier counts in the log's public files.
  private static FiguresCheck.Report countedOutside() throws InterruptedException {
    VerifierKey key = VerifierKey.parse(SERVER.client().get("/api/verify-key").text().strip());
    Path folder = SERVER.data().resolve("log");
    long last = readWholeLog();
    // Outside an entry is seen once a head is signed over it, half a second later.
    Await.until("a head over all entries", () -> LogReader.open(folder, key).size() > last);
    LogReader log = LogReader.open(folder, key);
    var check = new FiguresCheck();
    for (long index = 0; index < log.size(); index++) {
      check.add(log.entry(index));
    }
    return check.report();
  }

  /// From the log to the page that anybody opens, and back: the check counts again.
  @Test
  void publishesFiguresThatTheCheckDerivesAgainFromTheLog() throws Exception {
    EvidenceFixture world = world();
    for (int n = 0; n < 6; n++) {
      world.openCase("investigator", world.commune);
    }
    world.request(world.form(4, world.gappy));
    LocalDate today = LocalDate.now(ZONE);
    readWholeLog();
    Publications.publish(SERVER, today);
    Publications.publish(SERVER, today);
    assertThat(Publications.check(SERVER)).isEmpty();

    JsonNode figures = SERVER.client().get("/api/transparency").json().path("figures");
    assertThat(figures.path("connectedCameras").asInt()).isEqualTo(3);
    assertThat(figures.path("communityCameras").asInt()).isEqualTo(2);
    JsonNode year = figures.path("years").get(0);
    assertThat(year.path("year").asInt()).isEqualTo(today.getYear());
    Figure opened =
        Figure.of(count("select count(*) from audit.event where type = 'case.opened'"), false);
    assertThat(year.path("casesOpened").path("value").asString()).isEqualTo(opened.text());
    Figure searches =
        Figure.of(
            count("select count(*) from audit.event where type = 'sightings.searched'"), false);
    assertThat(year.path("searches").path("value").asLong(-1))
        .isEqualTo(searches.value() == null ? -1 : searches.value());
    assertThat(year.path("requests").path("value").isNull()).isTrue();
    assertThat(year.path("extractions").path("value").asInt()).isZero();

    for (String language : List.of("vi", "en", "ar")) {
      Answer page = SERVER.client().get("/transparency?lang=" + language);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(page.text())
          .contains("lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr"))
          .contains("≈ <bdi dir=\"ltr\">" + opened.text() + "</bdi>")
          .contains("<bdi dir=\"ltr\">&lt;5</bdi>")
          .contains("verify --figures --key office.vkey --log https://…/log")
          .doesNotContain("page.")
          .doesNotContain("{0}")
          .doesNotContain("Người investigator");
    }
    assertThat(SERVER.client().get("/transparency?lang=%22%3Cscript%3E").text())
        .contains("lang=\"vi\"")
        .doesNotContain("<script>");

    change("update oversight.day_count set count = count + 1 where count_of = 'REQUESTS'");
    assertThat(Publications.check(SERVER)).hasSize(1);
    change("update oversight.day_count set count = count - 1 where count_of = 'REQUESTS'");
    world.openCase("investigator", world.commune);
    readWholeLog();
    Publications.publish(SERVER, today.plusDays(1));
    assertThat(Publications.check(SERVER)).isEmpty();
    FiguresCheck.Report outside = countedOutside();
    assertThat(outside.publications()).isPositive();
    assertThat(outside.findings()).isEmpty();
    assertThat(
            count(
                "select sum(count)::bigint - (select count(*) from audit.event"
                    + " where type = 'case.opened' and leaf_index is not null)"
                    + " from oversight.day_count where count_of = 'CASES_OPENED'"))
        .isZero();
    change("delete from oversight.day_count where through = '" + today.plusDays(1) + "'");
    change("delete from oversight.publication where through = '" + today.plusDays(1) + "'");
    assertThat(Publications.check(SERVER))
        .extracting(Finding::what)
        .containsExactly("the log says that they were published");
  }
}
