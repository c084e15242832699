package anbinh.demo.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.audit.event.AuditLog;
import anbinh.audit.event.RecordedEvent;
import anbinh.demo.DemoEvent;
import anbinh.demo.Script;
import anbinh.identity.Role;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.Site;
import anbinh.testing.Statements;
import anbinh.testing.TestClient;
import anbinh.testing.TestServer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// A small made-up province of three years is what the application itself would have written: its
/// own pages read it, its own check finds it sound.
class ProvinceDemonstrationIT {
  private static final int YEARS = 3;
  private static final int VILLAGES = 12;
  private static final int SITUATIONS = 1200;
  private static final int MEDIATIONS = 60;
  private static final int CASES = 120;
  private static final String FIRST = "14758"; // the first of the province's communes

  @RegisterExtension
  static final TestServer SERVER =
      new TestServer(
          "anbinh.demonstration=true",
          "anbinh.demo.cameras=false",
          "anbinh.demo.province.years=" + YEARS,
          "anbinh.demo.province.communes=2",
          "anbinh.demo.province.villages=" + VILLAGES,
          "anbinh.demo.province.situations=" + SITUATIONS,
          "anbinh.demo.province.mediations=" + MEDIATIONS,
          "anbinh.demo.province.cases=" + CASES);

  @BeforeAll
  static void filled() {
    SERVER.bean(ProvinceDemonstration.class).finish();
  }

  @Test
  void hasAllThatAProvinceHas() {
    assertThat(count("areas.area where kind <> 'RESIDENTIAL_AREA' and valid_to is null"))
        .isEqualTo(167);
    assertThat(count("areas.area where valid_to is not null")).as("former communes").isEqualTo(565);
    assertThat(count("identity.person where username like 'to%.%-%'")).isEqualTo(3 * VILLAGES);
    assertThat(count("team.member where person_id is not null"))
        .as("accounts that open their team; one village has the two of the small demonstration")
        .isEqualTo(3 * (VILLAGES - 1) + 2);
    double years = YEARS - 1 + (double) today().getDayOfYear() / today().lengthOfYear();
    assertThat((double) count("situation.situation"))
        .isCloseTo(SITUATIONS * years, withPercentage(5));
    assertThat(
            count(
                "situation.situation where (erased_at is not null)"
                    + " <> (coalesce(closed_at, now()) < now() - interval '730 days')"))
        .as("of what ended more than two years ago, and of nothing else, figures alone are kept")
        .isZero();
    assertThat((double) count("mediation.mediation where outcome = 'AGREED'"))
        .isBetween(MEDIATIONS * years * 0.35, MEDIATIONS * years * 0.8);
    assertThat(count("standard.assessment"))
        .as("that of the last year is begun in the course of the winter")
        .isBetween((YEARS - 1L) * VILLAGES, YEARS * VILLAGES + 4L);
    assertThat(count("programme.programme")).isGreaterThanOrEqualTo(VILLAGES / 3);
    assertThat(count("teamwork.self_managed_group")).isGreaterThanOrEqualTo(2L * VILLAGES);
    assertThat(count("teamwork.patrol")).isGreaterThan(20L * VILLAGES);
  }

  @Test
  void isTheSameWhenItIsFilledOnceMore() {
    Map<String, Long> before = counts();
    SERVER.bean(ProvinceDemonstration.class).fill();
    assertThat(counts()).isEqualTo(before);
  }

  private static Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    for (String table :
        List.of(
            "areas.area",
            "identity.person",
            "team.team",
            "team.member",
            "situation.situation",
            "situation.step",
            "situation.reporter",
            "mediation.mediation",
            "mediation.mediator",
            "standard.assessment",
            "standard.answer",
            "programme.programme",
            "teamwork.self_managed_group",
            "teamwork.patrol",
            "cameras.camera",
            "cases.case_file",
            "evidence.request",
            // Reminders and lapses come by themselves meanwhile.
            "evidence.history where who is not null",
            "audit.event where type = 'demonstration.filled'")) {
      counts.put(table, count(table));
    }
    return counts;
  }

  @Test
  void standsInTheLogByItsPartsAndNotByItsRows() {
    List<RecordedEvent> parts = new ArrayList<>();
    SERVER.bean(AuditLog.class).forEach(DemoEvent.FILLED, parts::addAll);
    assertThat(parts).hasSizeGreaterThan(30);
    assertThat(count("audit.event where type = 'situation.submitted'"))
        .as("those of the small demonstration only")
        .isLessThan(20);
  }

  @Test
  void isSoundByTheServersOwnChecks() {
    List<Finding> findings = new ArrayList<>();
    for (String check :
        List.of(
            "logAgainstDatabase",
            "footageCheck",
            "packagesCheck",
            "copiesCheck",
            "figuresAgainstLog",
            "sampleAgainstLog",
            "areasAgainstLog",
            "casesAgainstLog",
            "notesAgainstLog",
            "changesAgainstLog",
            "incidentsAgainstLog",
            "vehiclesAgainstLog",
            "partiesAgainstLog",
            "reopeningsAgainstLog",
            "endingsAgainstLog")) {
      SERVER.bean(check, ConsistencyCheck.class).run(findings::add);
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void opensToThoseWhomItConcerns() {
    JsonNode desk = ok(as("canbo1." + FIRST).get("/api/situations?openness=OVER"));
    JsonNode one = desk.path("items").path(0);
    assertThat(one.path("code").asString()).startsWith("TH-");
    JsonNode own = ok(as("to1." + FIRST + "-001").get("/api/situations/own?since=0"));
    assertThat(own.path("items").size()).isPositive();
    JsonNode team = ok(as("to1." + FIRST + "-001").get("/api/teams"));
    assertThat(team.path("items")).hasSize(1);
    JsonNode book = ok(as("to2." + FIRST + "-001").get("/api/mediations?state=OVER"));
    assertThat(book.path("items").size()).isPositive();
    JsonNode figures =
        ok(
            as("tonghop.38")
                .get(
                    "/api/situations/figures?level=COMMUNE&from=%1$s-01-01&to=%1$s-12-31"
                        .formatted(lastYear())));
    assertThat(figures.path("exact").asBoolean()).isFalse();
    assertThat(figures.path("lines").size())
        .as("communes of which only a few are told have no line")
        .isLessThanOrEqualTo(2);
  }

  @Test
  void hasCasesAndRequestsAndNotOnePackage() {
    assertThat(count("cases.case_file where extract(year from opened_at) = " + lastYear()))
        .isEqualTo(CASES);
    assertThat(count("evidence.request")).isGreaterThan(2L * CASES);
    assertThat(count("evidence.extraction")).isZero();
    assertThat(count("evidence.collection")).as("nobody looks for what is not there").isZero();
    assertThat(count("cases.case_file where cardinality(clarified_by) > 0")).isZero();
    assertThat(
            count(
                "cases.linked_request l join cases.case_file c on c.id = l.case_id"
                    + " where l.pending and c.closed_at is not null"))
        .isZero();
    assertThat(
            count(
                "evidence.history h where not exists (select from audit.event e"
                    + " where e.id = h.event_id and e.type = 'demonstration.filled')"))
        .as("each step names the entry of the log that tells of it")
        .isZero();
    JsonNode cases = ok(as("dieutra." + FIRST).get("/api/cases"));
    assertThat(cases.path("items").path(0).path("title").asString()).endsWith("(mô phỏng)");
    TestClient approver = as("pheduyet." + FIRST);
    JsonNode requests = ok(approver.get("/api/requests?state=UNAVAILABLE"));
    String id = requests.path("items").path(0).path("id").asString();
    assertThat(ok(approver.get("/api/requests/" + id)).toString())
        .contains("NOT_RECORDED", "(mô phỏng)");
  }

  @Test
  void tellsItsYearInFigures() {
    JsonNode figures = ok(as("tonghop.38").get("/api/reports/figures?period=" + lastYear()));
    Map<String, Double> told = new HashMap<>();
    for (JsonNode each : figures.path("indicators")) {
      if (each.path("value").path("seen").asString().equals("YES")) {
        told.put(each.path("code").asString(), each.path("value").path("value").asDouble());
      }
    }
    assertThat(told)
        .containsEntry("CASES_OPENED", (double) CASES)
        .containsEntry("EXTRACTIONS", 0.0)
        .containsKey("REQUESTS_MADE");
    JsonNode sentence = ok(as("tonghop.38").get("/api/reports/summary?year=" + lastYear()));
    assertThat(sentence.path("numbers")).hasSize(6);
    assertThat(figures.path("asOf").asString()).isEqualTo(lastYear() + "-12-31");
  }

  /// The year so far and its quarters, the room's own page and the report: one counting, to one
  /// day.
  @Test
  void tellsOneTruthOfTheYearSoFar() {
    int year = today().getYear();
    String path = "/api/reports/figures?period=";
    Map<String, Double> soFar = told(path + year);
    Map<String, Double> quarters = new HashMap<>();
    for (int quarter = 1; quarter <= (today().getMonthValue() + 2) / 3; quarter++) {
      told(path + year + "-Q" + quarter)
          .forEach((code, value) -> quarters.merge(code, value, Double::sum));
    }
    for (String code :
        List.of(
            "SITUATIONS_RECEIVED",
            "MEDIATIONS_RECEIVED",
            "CASES_OPENED",
            "CASES_CLOSED",
            "CASES_CLARIFIED",
            "PATROLS",
            "CAMPAIGNS_BEGUN")) {
      assertThat(soFar).containsEntry(code, quarters.getOrDefault(code, -1.0));
    }
    double running = 0;
    for (JsonNode line :
        ok(as("tonghop.38").get("/api/programmes/figures?year=" + year)).path("lines")) {
      running += line.path("running").asDouble();
    }
    assertThat(soFar).containsEntry("PROGRAMMES", running);
  }

  private static Map<String, Double> told(String path) {
    Map<String, Double> told = new HashMap<>();
    for (JsonNode each : ok(as("tonghop.38").get(path)).path("indicators")) {
      if (each.path("value").path("seen").asString().equals("YES")) {
        told.put(each.path("code").asString(), each.path("value").path("value").asDouble());
      }
    }
    return told;
  }

  /// Each page that is open asks once a minute: what it costs does not grow with what there is.
  @Test
  void aPollOfWhatWaitsAsksTheDatabaseAFewQuestions() {
    UUID province = SERVER.bean(Areas.class).find("38").orElseThrow().id();
    Set<Role> together = EnumSet.complementOf(EnumSet.of(Role.OMBUDSMAN));
    SERVER.person("everything", province, together.toArray(Role[]::new));
    for (String who :
        List.of(
            "chutich.38",
            "canbo1.38",
            "chutich." + FIRST,
            "canbo1." + FIRST,
            "pheduyet." + FIRST,
            "to1." + FIRST + "-001")) {
      assertThat(asked(as(who))).as(who).hasSizeLessThan(40);
    }
    List<String> all = asked(SERVER.signedIn("everything"));
    assertThat(all).as("every kind that one person can have").hasSizeLessThan(75);
    assertThat(all).as("what was deciphered once").noneMatch(each -> each.contains("_cipher from"));
  }

  /// Of communes and villages that there are, and of the hundreds that went into others.
  @Test
  void whereAreasLieTodayIsTheSameForOneAndForAll() {
    Areas areas = SERVER.bean(Areas.class);
    Map<UUID, UUID> one = new HashMap<>();
    List<UUID> all = areas.listEver().stream().map(Area::id).toList();
    for (UUID each : all) {
      areas
          .findOffice(each)
          .filter(office -> office.kind().isCommune())
          .ifPresent(office -> one.put(each, office.id()));
    }
    assertThat(areas.communesToday(all)).hasSizeGreaterThan(500).isEqualTo(one);
  }

  private static List<String> asked(TestClient by) {
    ok(by.get("/api/worklist"));
    return Statements.of(() -> ok(by.get("/api/worklist")));
  }

  @Test
  void keepsWordsAsTheApplicationDoes() {
    String received =
        SERVER
            .database()
            .client()
            .sql(
                """
                select s.id::text || ' ' || p.username from situation.situation s
                join identity.person p on p.id = s.receiver_id
                where s.erased_at is null and s.state = 'CLOSED' and p.username like 'canbo%'
                order by s.id limit 1
                """)
            .query(String.class)
            .single();
    String[] parts = received.split(" ", -1);
    JsonNode content = ok(as(parts[1]).get("/api/situations/" + parts[0] + "/content"));
    assertThat(content.toString()).contains("(mô phỏng)");
  }

  private static LocalDate today() {
    return LocalDate.now(SERVER.bean(Site.class).zone());
  }

  private static int lastYear() {
    return today().getYear() - 1;
  }

  private static TestClient as(String username) {
    TestClient client = SERVER.client();
    client.signIn(username, Script.get().password());
    return client;
  }

  private static JsonNode ok(TestClient.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static long count(String of) {
    return SERVER.database().client().sql("select count(*) from " + of).query(Long.class).single();
  }
}
