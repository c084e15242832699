package anbinh.community.standard;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.areas.NewArea;
import anbinh.community.standard.assessment.SampleStandard;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// The yearly standard over HTTP, from a village's registration to its certificate and beyond, and
/// the commune above it. It holds on any day of the year: what is late has its reason, and what is
/// decided is of the last year whose period is over.
class StandardIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final String ROOT = "/api/standard";
  private static final String WHY = "Cả kỳ không có vụ việc nào như vậy.";
  private static final String CHAIR = "Lê Xuân Tùng Chủ Trì";

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static TestClient head = SERVER.client();
  private static TestClient officer = SERVER.client();
  private static TestClient chair = SERVER.client();
  private static TestClient provinceOfficer = SERVER.client();
  private static TestClient provinceChair = SERVER.client();
  private static TestClient analyst = SERVER.client();
  private static TestClient keeper = SERVER.client();
  private static int made;

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
  }

  /// The last year of which the periods of all kinds are over, so that it can be decided.
  private static int year() {
    return today().minusMonths(10).minusDays(15).getYear();
  }

  private static int present() {
    return today().getYear();
  }

  @BeforeAll
  static void people() {
    Area province = area("Tỉnh Thanh Hóa", AreaKind.PROVINCE, null);
    commune = area("Phường Hạc Thành", AreaKind.WARD, province.id());
    head = person("head", commune.id(), Role.VILLAGE_HEAD);
    officer = person("officer", commune.id(), Role.COMMUNITY_OFFICER);
    chair = person("chair", commune.id(), Role.CHAIR);
    provinceOfficer = person("province-officer", province.id(), Role.COMMUNITY_OFFICER);
    provinceChair = person("province-chair", province.id(), Role.CHAIR);
    analyst = person("analyst", province.id(), Role.ANALYST);
    keeper = person("keeper", null, Role.ADMINISTRATOR);
  }

  private static TestClient person(String username, @Nullable UUID area, Role... roles) {
    SERVER.person(username, area, roles);
    return SERVER.signedIn(username);
  }

  private static Area area(String name, AreaKind kind, @Nullable UUID parent) {
    return area(name, kind, parent, today().minusYears(3));
  }

  private static Area area(String name, AreaKind kind, @Nullable UUID parent, LocalDate from) {
    made++;
    return SERVER
        .bean(Areas.class)
        .create(new NewArea("A-" + made, name + " " + made, kind, parent), from, null);
  }

  private static Area village() {
    return area("Tổ dân phố", AreaKind.RESIDENTIAL_AREA, commune.id());
  }

  private static Map<String, Object> registration(Area unit, int registered) {
    Map<String, Object> body = new HashMap<>();
    body.put("areaId", unit.id());
    body.put("year", year());
    body.put("number", "03-NQ/CB");
    body.put("on", today().toString());
    body.put("registered", registered);
    body.put("registrable", 120);
    body.put("lateReason", "Mới sáp nhập nên đăng ký chậm.");
    return body;
  }

  private static JsonNode done(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    return answer.json();
  }

  private static String registered(TestClient by, Area unit) {
    return ROOT
        + "/assessments/"
        + done(by.post(ROOT + "/assessments", registration(unit, 120))).path("id").asString();
  }

  private static Map<String, Object> answer(String criterion, int seen, boolean met, String why) {
    Map<String, Object> body = new HashMap<>();
    body.put("criterion", criterion);
    body.put("seen", seen);
    body.put("met", met);
    body.put("number", 1);
    body.put("against", 1);
    body.put("reason", why);
    return body;
  }

  private static void answerAll(TestClient by, String path) {
    for (JsonNode item : done(by.get(path)).path("criteria")) {
      done(by.post(path + "/answers", answer(item.path("code").asString(), 0, true, WHY)));
    }
  }

  private static Map<String, Object> minutes() {
    return Map.of(
        "heldOn", today().toString(),
        "chair", CHAIR,
        "households", 120,
        "attended", 96,
        "organisations", 4,
        "votesFor", 95,
        "votesAgainst", 1);
  }

  private static void send(TestClient by, String path) {
    answerAll(by, path);
    done(by.post(path + "/self-assessment", minutes()));
  }

  private static void acceptAll(TestClient by, String path) {
    for (JsonNode item : done(by.get(path)).path("criteria")) {
      if (item.path("review").isNull()) {
        done(by.post(path + "/reviews", review(item.path("code").asString(), "ACCEPTED", null)));
      }
    }
  }

  private static Map<String, Object> review(
      String criterion, String outcome, @Nullable String reason) {
    Map<String, Object> body = new HashMap<>();
    body.put("criterion", criterion);
    body.put("outcome", outcome);
    if (reason != null) {
      body.put("reason", reason);
    }
    return body;
  }

  private static Map<String, Object> decision(String outcome) {
    return Map.of(
        "outcome", outcome,
        "number", "88/QĐ-UBND",
        "on", today().toString(),
        "reason", "Theo đề xuất của Thường trực.",
        "lateReason", "Chờ hồ sơ bổ sung.");
  }

  private static void recognise(Area unit) {
    String path = registered(head, unit);
    send(head, path);
    acceptAll(officer, path);
    done(officer.post(path + "/appraisal", Map.of("outcome", "MET")));
    done(chair.post(path + "/decision", decision("MET")));
  }

  private static JsonNode item(JsonNode assessment, String code) {
    for (JsonNode each : assessment.path("criteria")) {
      if (each.path("code").asString().equals(code)) {
        return each;
      }
    }
    throw new AssertionError("no criterion " + code);
  }

  private static List<String> leaves(String path) {
    return SERVER
        .database()
        .client()
        .sql(
            """
            select type || ' ' || convert_from(leaf, 'UTF8') || coalesce(detail, '')
            from audit.event where object_id = ? order by seq
            """)
        .param(path.substring(path.lastIndexOf('/') + 1))
        .query((row, number) -> row.getString(1))
        .list();
  }

  @Test
  void aVillageGoesFromItsRegistrationToACertificateWhichIsRevoked() {
    Area village = village();
    Answer short1 = head.post(ROOT + "/assessments", registration(village, 119));
    assertThat(short1.status()).isEqualTo(400);
    assertThat(short1.text()).contains("\"registered\"").contains("100%");
    String path = registered(head, village);
    assertThat(head.post(ROOT + "/assessments", registration(village, 120)).code())
        .isEqualTo("standard-registered");
    assertThat(chair.post(path + "/decision", decision("MET")).code())
        .isEqualTo("standard-not-self-assessed");
    assertThat(officer.post(path + "/reviews", review("4.1", "ACCEPTED", null)).code())
        .isEqualTo("standard-not-self-assessed");

    Answer early = head.post(path + "/self-assessment", minutes());
    assertThat(early.code()).isEqualTo("standard-not-all-answered");
    assertThat(early.json().path("criteria")).hasSize(14);
    answerAll(head, path);
    Map<String, Object> votes = new HashMap<>(minutes());
    votes.put("votesFor", 96);
    assertThat(head.post(path + "/self-assessment", votes).text()).contains("\"votesFor\"", "96");
    done(head.post(path + "/self-assessment", minutes()));
    assertThat(head.post(path + "/answers", answer("4.1", 1, true, WHY)).code())
        .isEqualTo("standard-sent");
    assertThat(chair.post(path + "/decision", decision("MET")).code())
        .isEqualTo("standard-not-appraised");

    assertThat(officer.post(path + "/appraisal", Map.of("outcome", "MET")).code())
        .isEqualTo("standard-not-all-reviewed");
    assertThat(officer.post(path + "/reviews", review("4.3.e", "ASKED", null)).text())
        .contains("\"reason\"");
    String asked = "Sổ tiếp nhận còn một vụ chưa ghi.";
    done(officer.post(path + "/reviews", review("4.3.e", "ASKED", asked)));
    acceptAll(officer, path);
    assertThat(officer.post(path + "/appraisal", Map.of("outcome", "MET")).code())
        .isEqualTo("standard-asked-back");
    done(officer.post(path + "/return", Map.of("reason", "Bổ sung tiêu chí 4.3.e.")));
    JsonNode back = done(head.get(path));
    assertThat(back.path("round").asInt()).isEqualTo(2);
    assertThat(item(back, "4.3.e").path("asked").path("reason").asString()).isEqualTo(asked);
    done(
        head.post(path + "/answers", answer("4.3.e", 1, true, "Đã ghi thêm một vụ, đã hòa giải.")));
    done(head.post(path + "/self-assessment", minutes()));

    JsonNode again = done(officer.get(path));
    assertThat(item(again, "4.3.e").path("review").isNull()).isTrue();
    assertThat(item(again, "4.3.e").path("versions")).hasSize(2);
    assertThat(item(again, "4.1").path("review").path("outcome").asString()).isEqualTo("ACCEPTED");
    acceptAll(officer, path);
    done(officer.post(path + "/appraisal", Map.of("outcome", "MET")));
    Map<String, Object> tooSoon = new HashMap<>(decision("MET"));
    tooSoon.put("on", LocalDate.of(year(), 10, 31).toString());
    assertThat(chair.post(path + "/decision", tooSoon).text())
        .as("the period is not over on its last day")
        .contains("\"on\"", "31/10/" + year());
    JsonNode decided = done(chair.post(path + "/decision", decision("MET")));
    assertThat(decided.path("outcome").asString()).isEqualTo("MET");
    assertThat(head.get(path + "/certificate.pdf").code()).isEqualTo("standard-not-certified");
    done(chair.post(path + "/certificate", Map.of("number", "12/GCN", "on", today().toString())));
    Answer pdf = head.get(path + "/certificate.pdf?language=ar");
    assertThat(pdf.status()).as(pdf.text()).isEqualTo(200);
    assertThat(new String(pdf.response().body(), 0, 5, StandardCharsets.ISO_8859_1))
        .isEqualTo("%PDF-");
    Map<String, Object> revocation =
        Map.of(
            "number", "91/QĐ-UBND",
            "on", today().toString(),
            "reason", "Phát hiện hồ sơ không đúng thực tế.");
    assertThat(done(chair.post(path + "/revocation", revocation)).path("state").asString())
        .isEqualTo("REVOKED");
    assertThat(head.get(path + "/certificate.pdf").code()).isEqualTo("standard-not-certified");

    List<String> leaves = leaves(path);
    assertThat(leaves)
        .extracting(leaf -> leaf.substring(0, leaf.indexOf(' ')))
        .contains(
            "standard.registered",
            "standard.answered",
            "standard.self-assessed",
            "standard.reviewed",
            "standard.returned",
            "standard.appraised",
            "standard.decided",
            "standard.certified",
            "standard.certificate-printed",
            "standard.revoked");
    assertThat(String.join("\n", leaves)).doesNotContain("Chủ Trì").doesNotContain("hòa giải");
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select count(*) from community.standard_minutes where chair_cipher = ?")
                .param(CHAIR.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void whatIsNotMetIsNotMetAndWhoChangesAnAnswerLeavesTheOldOne() {
    String path = registered(head, village());
    send(head, path);
    acceptAll(officer, path);
    Map<String, Object> change = review("4.4.b", "CHANGED", "Có một vụ nghiêm trọng tháng 8.");
    assertThat(officer.post(path + "/reviews", change).text()).contains("\"met\"");
    change.put("met", false);
    JsonNode changed = item(done(officer.post(path + "/reviews", change)), "4.4.b");
    assertThat(changed.path("versions")).hasSize(2);
    assertThat(changed.path("versions").get(0).path("met").asBoolean()).isTrue();
    assertThat(changed.path("versions").get(1).path("appraisal").asBoolean()).isTrue();
    Answer met = officer.post(path + "/appraisal", Map.of("outcome", "MET"));
    assertThat(met.code()).isEqualTo("standard-criteria-not-met");
    assertThat(met.text()).contains("4.4.b");
    assertThat(officer.post(path + "/appraisal", Map.of("outcome", "NOT_MET")).text())
        .contains("\"opinion\"");
    done(
        officer.post(
            path + "/appraisal",
            Map.of("outcome", "NOT_MET", "opinion", "Tiêu chí 4.4.b không đạt.")));
    assertThat(chair.post(path + "/decision", decision("MET")).code())
        .isEqualTo("standard-criteria-not-met");
    done(chair.post(path + "/decision", decision("NOT_MET")));
    assertThat(
            chair
                .post(path + "/certificate", Map.of("number", "1", "on", today().toString()))
                .code())
        .isEqualTo("standard-not-decided");
  }

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
                .sql("select id from community.standard_assessment where id = ? for update")
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
              and query like '%community.standard_assessment%'
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
  void lastYearsDocumentIsValidOnceSomebodySaysSoAndQuestionsAreForWhoAppraises() {
    Area village = village();
    Map<String, Object> before = registration(village, 120);
    before.put("year", present() - 1);
    String last =
        ROOT
            + "/assessments/"
            + done(head.post(ROOT + "/assessments", before)).path("id").asString();
    answerAll(head, last);
    Map<String, Object> document =
        Map.of(
            "criterion", "4.1",
            "title", "Nghị quyết chi bộ",
            "number", "03-NQ/CB",
            "speaksFor", today().minusDays(200).toString());
    String old =
        item(done(head.post(last + "/evidence", document)), "4.1")
            .path("evidence")
            .get(0)
            .path("id")
            .asString();
    Map<String, Object> now = registration(village, 120);
    now.put("year", present());
    String path =
        ROOT + "/assessments/" + done(head.post(ROOT + "/assessments", now)).path("id").asString();
    JsonNode shown = item(done(head.get(path)), "4.1");
    assertThat(shown.path("lastYearEvidence").get(0).path("id").asString()).isEqualTo(old);
    assertThat(shown.path("lastYear").path("reason").asString()).isEqualTo(WHY);
    JsonNode renewed =
        item(done(head.post(path + "/evidence/" + old + "/renewal", Map.of())), "4.1");
    assertThat(renewed.path("lastYearEvidence")).isEmpty();
    JsonNode evidence = renewed.path("evidence").get(0);
    assertThat(evidence.path("speaksFor").asString()).isEqualTo(today().minusDays(200).toString());
    done(
        head.post(
            path + "/evidence/" + evidence.path("id").asString() + "/withdrawal",
            Map.of("reason", "Nghị quyết đã thay bằng số 05.")));
    assertThat(
            item(done(head.get(path)), "4.1")
                .path("evidence")
                .get(0)
                .path("withdrawnReason")
                .asString())
        .contains("số 05");
    send(head, path);
    assertThat(done(head.get(path)).path("questions")).isEmpty();
    assertThat(done(officer.get(path)).path("questions").toString())
        .contains("SAME_WORDS", "QUICK");
    assertThat(done(officer.get(path)).path("outcome").isNull()).isTrue();
  }

  @Test
  void aCommunesShareIsCountedAndItsDecisionIsTheProvinces() {
    Area other = area("Xã Bá Thước", AreaKind.COMMUNE, commune.parentId());
    Area one = area("Thôn", AreaKind.RESIDENTIAL_AREA, other.id());
    Area two = area("Thôn", AreaKind.RESIDENTIAL_AREA, other.id());
    Area school = area("Trường", AreaKind.SCHOOL, other.id());
    TestClient itsOfficer = person("its-officer", other.id(), Role.COMMUNITY_OFFICER);
    String page = ROOT + "/communes/" + other.id() + "?year=" + year();
    JsonNode start = done(itsOfficer.get(page));
    assertThat(start.path("standing").path("units").asInt()).isEqualTo(3);
    assertThat(start.path("standing").path("needed").asInt()).isEqualTo(3);
    assertThat(officer.get(page).code()).isEqualTo("not-your-area");

    Map<String, Object> exemption =
        Map.of(
            "areaId",
            school.id(),
            "year",
            year(),
            "ground",
            "PRIMARY_OR_NURSERY",
            "reason",
            "Trường mầm non công lập.");
    done(itsOfficer.post(ROOT + "/exemptions", exemption));
    assertThat(itsOfficer.post(ROOT + "/exemptions", exemption).code())
        .isEqualTo("standard-exempt");
    Map<String, Object> never = new HashMap<>(exemption);
    never.put("areaId", one.id());
    assertThat(itsOfficer.post(ROOT + "/exemptions", never).text()).contains("\"areaId\"");
    JsonNode without = done(analyst.get(page));
    assertThat(without.path("standing").path("units").asInt()).isEqualTo(2);
    assertThat(without.path("standing").path("exempt").asInt()).isEqualTo(1);
    assertThat(without.path("units")).as("who analyses sees numbers alone").isEmpty();
    JsonNode units = done(itsOfficer.get(page)).path("units");
    assertThat(units).hasSize(3);
    String exempt =
        units
            .valueStream()
            .filter(each -> each.path("areaId").asString().equals(school.id().toString()))
            .map(each -> each.path("exemptionId").asString())
            .findFirst()
            .orElseThrow();

    Map<String, Object> own = registration(other, 1);
    own.remove("registered");
    own.remove("registrable");
    assertThat(head.post(ROOT + "/assessments", own).code()).isEqualTo("not-your-role");
    String path =
        ROOT
            + "/assessments/"
            + done(itsOfficer.post(ROOT + "/assessments", own)).path("id").asString();
    JsonNode share = item(done(itsOfficer.get(path)), "5.4");
    assertThat(share.path("facts").toString())
        .contains("{\"code\":\"UNITS_REGISTERED\",\"number\":0,\"of\":2}")
        .contains("{\"code\":\"UNITS_NEEDED\",\"number\":2");
    done(itsOfficer.post(path + "/answers", answer("5.4", 0, true, WHY)));
    send(itsOfficer, path);
    assertThat(itsOfficer.post(path + "/reviews", review("5.4", "ACCEPTED", null)).code())
        .isEqualTo("not-your-area");
    acceptAll(provinceOfficer, path);
    done(provinceOfficer.post(path + "/appraisal", Map.of("outcome", "MET")));
    assertThat(chair.post(path + "/decision", decision("MET")).code()).isEqualTo("not-your-area");
    done(provinceChair.post(path + "/decision", decision("MET")));
    CommuneStanding standing =
        SERVER.bean(StandardFigures.class).find(other.id(), year()).orElseThrow();
    assertThat(standing.outcome()).isEqualTo(StandardOutcome.MET);
    assertThat(standing.enoughMet()).as("a person decided; the share is shown").isFalse();
    assertThat(two.parentId()).isEqualTo(other.id());

    String withdrawal = ROOT + "/exemptions/" + exempt + "/withdrawal";
    assertThat(itsOfficer.post(withdrawal, Map.of("reason", "Nhập nhầm trường khác.")).code())
        .as("the share that was decided on stays")
        .isEqualTo("standard-decided");
    Map<String, Object> later = new HashMap<>(exemption);
    later.put("areaId", area("Trường", AreaKind.SCHOOL, other.id()).id());
    assertThat(itsOfficer.post(ROOT + "/exemptions", later).code()).isEqualTo("standard-decided");
  }

  @Test
  void listsAndFiguresSayHowFarUnitsAre() {
    Area met = village();
    recognise(met);
    Area open = village();
    JsonNode figures = done(officer.get(ROOT + "/units/figures?year=" + year()));
    assertThat(figures.path("met").asInt()).isPositive();
    assertThat(figures.path("units").asInt()).isGreaterThan(figures.path("done").asInt());
    JsonNode list =
        done(officer.get(ROOT + "/units?limit=200&progress=NOT_REGISTERED&year=" + year()));
    assertThat(list.toString()).contains(open.name()).doesNotContain(met.name());
    JsonNode first = done(officer.get(ROOT + "/units?limit=1"));
    assertThat(first.path("items")).hasSize(1);
    JsonNode rest =
        done(officer.get(ROOT + "/units?limit=200&after=" + first.path("next").asString()));
    assertThat(rest.path("items").toString())
        .doesNotContain(first.path("items").get(0).path("areaId").asString());
    assertThat(analyst.get(ROOT + "/units").code()).isEqualTo("not-your-role");
    assertThat(done(analyst.get(ROOT + "/communes")).path("items").toString())
        .contains(commune.name());
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
    assertThat(now).contains(young.id().toString()).doesNotContain(ended.id().toString());

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
            insert into community.standard_exemption (id, area_id, year, ground, reason, by_id, at)
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
  void aProvinceAddsToTheCriteriaOfAYearThatHasNotBegun() {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("unitKind", "ENTERPRISE");
    wanted.put("code", "TH.1");
    wanted.put("answer", "JUDGMENT");
    wanted.put("law", "Quyết định 87/2025/QĐ-UBND");
    wanted.put("vi", "Có quy chế phối hợp.");
    wanted.put("en", "There are rules for working together.");
    wanted.put("ar", "توجد أنظمة للتعاون.");
    wanted.put("fromYear", present());
    assertThat(keeper.post(ROOT + "/criteria", wanted).text()).contains("\"fromYear\"");
    wanted.put("fromYear", present() + 1);
    JsonNode added = done(keeper.post(ROOT + "/criteria", wanted));
    assertThat(keeper.post(ROOT + "/criteria", wanted).code())
        .isEqualTo("standard-criterion-taken");
    assertThat(done(head.get(ROOT + "/criteria")).toString()).doesNotContain("TH.1");
    JsonNode next = done(head.get(ROOT + "/criteria?year=" + (present() + 1)));
    assertThat(next.toString()).contains("TH.1");
    String law = next.path("items").get(0).path("criteria").get(0).path("id").asString();
    assertThat(
            keeper.post(ROOT + "/criteria/" + law + "/end", Map.of("lastYear", present())).code())
        .isEqualTo("standard-criterion-of-law");
    done(
        keeper.post(
            ROOT + "/criteria/" + added.path("id").asString() + "/end",
            Map.of("lastYear", present())));
    assertThat(done(head.get(ROOT + "/criteria?year=" + (present() + 1))).toString())
        .doesNotContain("TH.1");
  }

  @Test
  void aDemonstrationHasAUnitHalfAssessedAndOneToAppraise() {
    Area half = village();
    Area sent = village();
    Person by = SERVER.person("sample-head", commune.id(), Role.VILLAGE_HEAD);
    Person officers = SERVER.person("sample-officer", commune.id(), Role.COMMUNITY_OFFICER);
    Person chairs = SERVER.person("sample-chair", commune.id(), Role.CHAIR);
    for (int again = 0; again < 2; again++) {
      SERVER.bean(SampleStandard.class).make(half, sent, by, officers, chairs);
    }
    String units = officer.get(ROOT + "/units?limit=200&progress=SELF_ASSESSED").text();
    assertThat(units).contains(sent.name()).doesNotContain(half.name());
    assertThat(done(officer.get(ROOT + "/units?limit=200&year=" + (present() - 1))).toString())
        .contains("CERTIFIED");
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
                where table_schema = 'community' and table_name like 'standard%'
                """)
            .query((row, number) -> row.getString(1))
            .list();
    assertThat(columns).hasSizeGreaterThan(50);
    assertThat(columns)
        .noneMatch(column -> column.matches(".*(religio|belief|faith|ethnic|person|suspect).*"));
  }
}
