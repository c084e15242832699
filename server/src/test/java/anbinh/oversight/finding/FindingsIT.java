package anbinh.oversight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.AuditLog;
import anbinh.audit.LoggedEvent;
import anbinh.audit.Proofs;
import anbinh.evidence.EvidenceWorld;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.oversight.page.Publications;
import anbinh.oversight.sample.Samples;
import anbinh.platform.Finding;
import anbinh.seal.figures.FiguresCheck;
import anbinh.seal.log.LogReader;
import anbinh.seal.note.VerifierKey;
import anbinh.testing.Await;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// What the rules find in real and in made-up logs, and what auditors do with it.
class FindingsIT {
  @RegisterExtension static final TestServer SERVER = new TestServer(TestServer.FAKE_FOOTAGE);

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /// Midnight of the site, 61 days ago.
  private static Instant start = Instant.EPOCH;

  private static @Nullable EvidenceWorld made;
  private static List<UUID> officers = List.of();

  @BeforeAll
  static void makeWorld() {
    EvidenceWorld world = new EvidenceWorld(SERVER);
    made = world;
    start = LocalDate.now(ZONE).minusDays(Office.DAYS).atStartOfDay(ZONE).toInstant();
    officers =
        IntStream.range(0, 5)
            .mapToObj(n -> SERVER.person("truc-" + n, world.commune.id(), Role.DUTY_OFFICER).id())
            .toList();
  }

  private static EvidenceWorld world() {
    return Objects.requireNonNull(made);
  }

  /// Two targets, 55 and 124 looks, 61 days, no case, within the normal work of the office: each is
  /// found by the fifth look, and nothing else is found more than once in 1,000 looks.
  @Test
  void findsThePatternOfMilwaukeeWithinNormalTraffic() {
    int looks = 0;
    long falseAlarms = 0;
    for (long seed : List.of(1L, 2L, 3L, 2026L)) {
      forgetAll(); // Another seed's office must not be taken for colleagues.
      var acts = new Acts();
      List<UUID> investigators = people(5);
      var office =
          new Office(seed, start, UUID.randomUUID(), officers.subList(0, 3), investigators, acts);
      office.work();
      UUID culprit = UUID.randomUUID(); // Who has no case of their own.
      UUID first = office.anyCamera();
      UUID second = UUID.randomUUID(); // Of a place at which nobody else had to look.
      Map<UUID, List<Instant>> patterns =
          Map.of(
              first, office.pattern(culprit, first, 55),
              second, office.pattern(culprit, second, 124));
      Map<UUID, Integer> foundBy = new HashMap<>();
      long before = countFindings();
      for (LoggedEvent entry : acts.inOrder()) {
        take(entry);
        patterns.forEach((target, times) -> {
          int look = times.indexOf(entry.at()) + 1;
          if (look > 0 && look <= 9 && found(culprit, Rule.REPEATED_TARGET, target) == 1) {
            foundBy.putIfAbsent(target, look);
          }
        });
      }
      looks += office.looks;
      falseAlarms += countFindings() - before - foundBy.size();
      System.out.printf(
          "seed %d: found by look %s; so far %d looks, %d false alarms%n",
          seed, foundBy.values(), looks, falseAlarms);
      assertThat(foundBy.keySet()).as("seed %d", seed).isEqualTo(patterns.keySet());
      assertThat(foundBy.values()).as("seed %d", seed).allMatch(look -> look <= 5);
    }
    assertThat(looks).isGreaterThan(5_000);
    assertThat(falseAlarms * 1_000.0 / looks).as("false alarms in 1,000 looks").isLessThan(1);
  }

  @Test
  void aCaseOfTheirsExplainsLooksAndOneOfSomebodyElseDoesNot() {
    UUID camera = UUID.randomUUID();
    UUID about = UUID.randomUUID();
    List<UUID> three = people(3);
    var acts = new Acts();
    acts.opened(day(10, 9), three.getFirst(), about, UUID.randomUUID(), day(9, 22));
    acts.putOn(day(11, 9), three.getFirst(), about, three.get(1));
    for (int n = 0; n < 6; n++) {
      for (UUID who : three) {
        acts.watched(day(10 + n, 10), who, camera, day(9, 10 + 2 * n), Duration.ofMinutes(5));
      }
    }
    takeAll(acts);
    assertThat(three.stream().map(who -> found(who, Rule.REPEATED_TARGET, camera)))
        .containsExactly(0, 0, 1);
  }

  /// The camera stands at 20.35, 105.24; a hundredth of a degree of latitude is 1.1 km.
  @Test
  void aCaseWithAPlaceExplainsLooksNearItAndNotElsewhereInTheCommune() {
    UUID camera = world().camera.id();
    UUID area = world().commune.id();
    List<UUID> four = people(4);
    List<UUID> abouts = people(4);
    var acts = new Acts();
    acts.openedAt(day(10, 9), four.get(0), abouts.get(0), area, day(9, 22), 20.36, 105.24);
    acts.openedAt(day(10, 9), four.get(1), abouts.get(1), area, day(9, 22), 20.38, 105.24);
    // Moved to where it is looked at, after the second look of three.
    acts.openedAt(day(10, 9), four.get(2), abouts.get(2), area, day(9, 22), 20.38, 105.24);
    acts.placed(day(11, 12), four.get(2), abouts.get(2), 20.351, 105.241);
    // Protected, so that it has no place any more and its commune counts.
    acts.openedAt(day(10, 9), four.get(3), abouts.get(3), area, day(9, 22), 20.38, 105.24);
    acts.guarded(day(10, 9).plusSeconds(60), four.get(3), abouts.get(3));
    for (int n = 0; n < 6; n++) {
      for (UUID who : four) {
        acts.watched(day(10 + n, 10), who, camera, day(9, 10 + 2 * n), Duration.ofMinutes(5));
      }
    }
    takeAll(acts);
    assertThat(four.stream().map(who -> found(who, Rule.REPEATED_TARGET, camera)))
        .containsExactly(0, 1, 0, 0);
    assertThat(covered(four.get(0))).isEqualTo(6);
    assertThat(covered(four.get(1))).isZero();
    assertThat(covered(four.get(2))).isEqualTo(6);
  }

  /// The case happened 3.3 km from the camera and eight days after what is looked at there.
  @Test
  void aCaseExplainsLooksNearItsIncidentsAsLongAsTheyAreNotWithdrawn() {
    UUID camera = world().camera.id();
    List<UUID> six = people(6);
    List<UUID> abouts = people(6);
    List<UUID> incidents = people(6);
    var acts = new Acts();
    for (int n = 0; n < 6; n++) {
      acts.openedAt(
          day(18, 8),
          six.get(n),
          abouts.get(n),
          world().commune.id(),
          day(17, 22),
          n == 4 ? 20.351 : 20.38,
          105.24);
    }
    Instant added = day(18, 9);
    // One near the camera; one that lies as far as the case; one that happened at another time.
    acts.incidentAt(added, six.get(0), abouts.get(0), incidents.get(0), day(9, 12), 20.351, 105.24);
    acts.incidentAt(added, six.get(1), abouts.get(1), incidents.get(1), day(9, 12), 20.38, 105.24);
    acts.incidentAt(added, six.get(2), abouts.get(2), incidents.get(2), day(14, 9), 20.351, 105.24);
    // Added by a colleague who works on the case, and withdrawn before the second look; without a
    // place of its own, where that of the case is near and its time is not.
    acts.incidentAt(added, six.get(0), abouts.get(3), incidents.get(3), day(9, 12), 20.351, 105.24);
    acts.incidentWithdrawn(day(19, 9), six.get(0), abouts.get(3), incidents.get(3));
    acts.incident(added, six.get(4), abouts.get(4), incidents.get(4), day(9, 12));
    // It becomes a protected case, which covers its commune.
    acts.incidentAt(added, six.get(5), abouts.get(5), incidents.get(5), day(9, 12), 20.38, 105.24);
    acts.guarded(added.plusSeconds(60), six.get(5), abouts.get(5));
    for (int n = 0; n < 6; n++) {
      for (UUID who : six) {
        acts.watched(day(18 + n, 10), who, camera, day(9, 2 + 2 * n), Duration.ofMinutes(5));
      }
    }
    takeAll(acts);
    assertThat(six.stream().map(FindingsIT::covered)).containsExactly(6L, 0L, 0L, 1L, 6L, 6L);
    assertThat(six.stream().map(who -> found(who, Rule.REPEATED_TARGET, camera)))
        .containsExactly(0, 1, 1, 1, 0, 0);
  }

  /// Also those of a colleague who is on the case and did not enter the incident.
  @Test
  void anIncidentExplainsTheLooksOfTheWeekBeforeItWasAdded() {
    UUID camera = world().camera.id();
    List<UUID> two = people(2);
    UUID about = UUID.randomUUID();
    var acts = new Acts();
    acts.openedAt(
        day(10, 8), two.getFirst(), about, world().commune.id(), day(9, 22), 20.38, 105.24);
    acts.putOn(day(10, 9), two.getFirst(), about, two.getLast());
    for (UUID who : two) {
      acts.watched(day(10, 10), who, camera, day(9, 10), Duration.ofMinutes(5));
      acts.watched(day(15, 10), who, camera, day(9, 11), Duration.ofMinutes(5));
    }
    Instant added = day(18, 9);
    acts.incidentAt(added, two.getFirst(), about, UUID.randomUUID(), day(9, 12), 20.351, 105.24);
    takeAll(acts);
    assertThat(two.stream().map(FindingsIT::covered)).containsExactly(1L, 1L);
  }

  /// Of four people who look at the camera once, one lives 130 metres from it and has no case, one
  /// 330, one has a case for it, and of one nobody knows.
  @Test
  void findsLooksNearTheOwnHomeWhenNoCaseCanCoverThemAnyMore() {
    UUID camera = world().camera.id();
    List<UUID> four =
        IntStream.range(0, 4)
            .mapToObj(
                n -> SERVER.person("o-gan-" + n, world().commune.id(), Role.INVESTIGATOR).id())
            .toList();
    SERVER.person("quan-tri", null, Role.ADMINISTRATOR);
    TestClient administrator = world().as("quan-tri");
    for (int n = 0; n < 3; n++) {
      Map<String, Object> home = Map.of("latitude", n == 1 ? 20.353 : 20.3512, "longitude", 105.24);
      Answer noted = administrator.post("/api/people/" + four.get(n) + "/home", home);
      assertThat(noted.status()).as(noted.text()).isEqualTo(204);
    }
    var acts = new Acts();
    for (UUID who : four) {
      acts.watched(week(1, 10), who, camera, week(1, 9), Duration.ofMinutes(5));
    }
    acts.opened(week(5, 9), four.get(2), UUID.randomUUID(), world().commune.id(), week(1, 9));
    acts.sought(week(3, 10), four.getFirst(), 20.352, 105.24);
    acts.sought(week(3, 11), four.getFirst(), 20.36, 105.24);
    takeAll(acts);
    judgeHomes(week(13, 23));
    assertThat(countFindings(four.getFirst())).as("before the next week is over").isZero();
    judgeHomes(week(14, 0));
    judgeHomes(week(15, 0));
    assertThat(four.stream().map(who -> found(who, Rule.OWN_ADDRESS, null)))
        .as("the look, and the search near the home")
        .containsExactly(2, 0, 0, 0);

    takeAll(again(four.getFirst(), camera, week(16, 10)));
    judgeHomes(week(28, 0));
    assertThat(found(four.getFirst(), Rule.OWN_ADDRESS, null)).as("it grows").isEqualTo(2);
    JsonNode grown = one(four.getFirst(), "FOOTAGE");
    assertThat(grown.path("looks").asInt()).isEqualTo(2);
    assertThat(grown.path("looked").size()).isEqualTo(2);
    assertThat(grown.toString()).doesNotContain("20.35").doesNotContain("home");
    Answer closed =
        world()
            .as("auditor")
            .post(
                "/api/findings/" + grown.path("id").asString() + "/result",
                result("Đã hỏi chỉ huy, thuộc ca trực."));
    assertThat(closed.status()).as(closed.text()).isEqualTo(200);
    takeAll(again(four.getFirst(), camera, week(23, 10)));
    judgeHomes(week(35, 0));
    assertThat(one(four.getFirst(), "FOOTAGE").path("looks").asInt()).as("anew").isEqualTo(1);
  }

  /// A moment of the days from a Monday on.
  private static Instant week(int day, int hour) {
    return LocalDate.ofInstant(day(28, 0), ZONE)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
        .plusDays(day)
        .atTime(hour, 0)
        .atZone(ZONE)
        .toInstant();
  }

  private static Acts again(UUID who, UUID camera, Instant at) {
    var acts = new Acts();
    acts.watched(at, who, camera, at.minusSeconds(900), Duration.ofMinutes(5));
    return acts;
  }

  private static void judgeHomes(Instant now) {
    SERVER.bean(HomeWatch.class).judge(now);
  }

  /// The entries of a real incident are what the made-up ones pretend.
  @Test
  void readsIncidentsFromTheEntriesThatTheServerWrites() throws Exception {
    EvidenceWorld world = world();
    Map<String, Object> incident = new HashMap<>();
    incident.put("title", "Lấy xe máy");
    incident.put("timing", "EXACT");
    incident.put("occurredFrom", world.start.toString());
    incident.put("point", Map.of("latitude", 20.351, "longitude", 105.241));
    String path = "/api/cases/" + world.caseId + "/incidents/" + world.incident(incident);
    String kept =
        "select count(*) from oversight.incident_span where case_id = '%s' and occurred_from = '%s'"
                .formatted(world.caseId, world.start)
            + " and latitude ";
    readWholeLog();
    assertThat(count(kept + "= 20.351")).isOne();
    assertThat(
            count(
                """
                select count(*) from audit.event where type = 'case.incident-added'
                  and object_id = '%s' and encode(leaf, 'escape') like '%%"placed":true%%'
                """
                    .formatted(world.caseId)))
        .isOne();
    incident.remove("point");
    incident.put("reason", "Nơi ấy chưa chắc chắn.");
    TestClient investigator = world.as("investigator");
    assertThat(investigator.post(path + "/correction", incident).status()).isEqualTo(200);
    readWholeLog();
    assertThat(count(kept + "is null")).isOne();
    Map<String, Object> reason = Map.of("reason", "Ghi nhầm việc của vụ khác.");
    assertThat(investigator.post(path + "/withdrawal", reason).status()).isEqualTo(204);
    readWholeLog();
    assertThat(count(kept + "is null")).isZero();
  }

  private static long covered(UUID who) {
    return count(
        "select count(*) from oversight.look where covered <> 'NO' and person_id = '" + who + "'");
  }

  /// Also of who has a case that would cover the same looks.
  @Test
  void noCaseCoversLooksUnderAnEmergencyAccess() {
    UUID camera = UUID.randomUUID();
    UUID about = UUID.randomUUID();
    UUID who = people(1).getFirst();
    var acts = new Acts();
    acts.opened(day(10, 9), who, about, UUID.randomUUID(), day(9, 22));
    for (int n = 0; n < 5; n++) {
      acts.watchedInEmergency(day(10 + n, 10), who, camera, UUID.randomUUID(), day(9, 10 + 2 * n));
    }
    takeAll(acts);
    assertThat(covered(who)).isZero();
    assertThat(found(who, Rule.REPEATED_TARGET, camera)).isOne();
  }

  @Test
  void findsAnEmergencyAccessThatWasNotJustifiedOrThatNobodyReviewed() {
    UUID camera = UUID.randomUUID();
    List<UUID> three = people(3);
    List<UUID> accesses = people(3);
    UUID reviewer = people(1).getFirst();
    var acts = new Acts();
    for (int n = 0; n < 3; n++) {
      acts.emergency(day(10, 9), three.get(n), accesses.get(n));
      acts.watchedInEmergency(day(10, 10), three.get(n), camera, accesses.get(n), day(8, 10));
    }
    acts.reviewed(day(10, 12), reviewer, accesses.get(0), "NOT_JUSTIFIED");
    acts.reviewed(day(10, 12), reviewer, accesses.get(1), "JUSTIFIED");
    acts.unreviewed(day(11, 9), accesses.get(2));
    takeAll(acts);
    assertThat(found(three.get(0), Rule.EMERGENCY_NOT_JUSTIFIED, accesses.get(0))).isOne();
    assertThat(countFindings(three.get(1))).isZero();
    assertThat(found(three.get(2), Rule.EMERGENCY_UNREVIEWED, accesses.get(2))).isOne();
    JsonNode finding = one(three.get(0));
    assertThat(finding.path("looks").asInt()).isEqualTo(1);
    assertThat(finding.path("looked").valueStream().map(look -> look.path("kind").asString()))
        .containsExactly("EMERGENCY", "FOOTAGE");
  }

  private static long countFindings(UUID who) {
    return count("select count(*) from oversight.finding where person_id = '" + who + "'");
  }

  @Test
  void manyLooksAtOneStretchWithinThreeDaysAreOneMatter() {
    UUID who = people(1).getFirst();
    UUID camera = UUID.randomUUID();
    var acts = new Acts();
    for (int n = 0; n < 12; n++) {
      acts.watched(day(20 + n / 4, 8 + n % 4), who, camera, day(19, 8), Duration.ofMinutes(30));
    }
    takeAll(acts);
    assertThat(found(who, Rule.REPEATED_TARGET, camera)).isZero();
  }

  @Test
  void findsADayFarAboveTheColleaguesAndNoBusyOne() {
    List<UUID> office = people(6);
    var acts = new Acts();
    for (int day = -20; day < -12; day++) {
      for (UUID who : office.subList(1, 6)) {
        some(acts, who, day, 30);
      }
    }
    some(acts, office.getFirst(), -12, 85);
    some(acts, office.getLast(), -12, 100);
    for (int n = 0; n < 70; n++) {
      acts.read(day(-12, 9).plusSeconds(n * 60L), office.get(1));
      acts.read(day(-13 - n % 5, 9).plusSeconds(n), office.get(2 + n % 4));
    }
    takeAll(acts);
    assertThat(found(office.getFirst(), Rule.VOLUME, null)).isZero();
    assertThat(found(office.getLast(), Rule.VOLUME, null)).isOne();
    assertThat(found(office.get(1), Rule.VOLUME, null)).isOne();
  }

  /// Looks at as many cameras within one day.
  private static void some(Acts acts, UUID who, int day, int count) {
    for (int n = 0; n < count; n++) {
      acts.watched(
          day(day, 8).plusSeconds(n * 300L),
          who,
          UUID.randomUUID(),
          day(day, 7),
          Duration.ofMinutes(1));
    }
  }

  @Test
  void findsLooksAtNightOfWhoDoesNotWorkAtNight() {
    UUID who = people(1).getFirst();
    var acts = new Acts();
    for (int n = 0; n < 3; n++) {
      for (UUID each : List.of(who, officers.getFirst())) {
        acts.watched(
            day(40 + n, 23), each, UUID.randomUUID(), day(40 + n, 22), Duration.ofMinutes(9));
      }
      acts.watched(day(41 + n, 2), who, UUID.randomUUID(), day(40 + n, 22), Duration.ofMinutes(9));
    }
    takeAll(acts);
    assertThat(found(who, Rule.OFF_HOURS, null)).isOne();
    assertThat(found(officers.getFirst(), Rule.OFF_HOURS, null)).isZero();
    JsonNode night = one(who);
    assertThat(night.path("looks").asInt()).isEqualTo(3);
    assertThat(night.path("looked").size()).isGreaterThanOrEqualTo(5);
  }

  @Test
  void findsLooksOnTheStrengthOfAClosedCase() {
    UUID who = people(1).getFirst();
    UUID camera = UUID.randomUUID();
    UUID about = UUID.randomUUID();
    var acts = new Acts();
    acts.opened(day(5, 9), who, about, UUID.randomUUID(), day(5, 1));
    acts.closed(day(6, 9), who, about);
    for (int n = 0; n < 4; n++) {
      acts.watched(day(12 + n, 10), who, camera, day(5, 3 + n), Duration.ofMinutes(5));
      acts.watched(day(20 + 4 * n, 10), who, camera, day(5, 3 + n), Duration.ofMinutes(5));
    }
    takeAll(acts);
    assertThat(found(who, Rule.CLOSED_CASE, about)).isOne();
    assertThat(found(who, Rule.REPEATED_TARGET, camera)).isZero();
  }

  @Test
  void findsWhoGoesOnTryingWhatTheyMayNot() {
    List<UUID> two = people(2);
    UUID area = UUID.randomUUID();
    var acts = new Acts();
    for (int n = 0; n < 3; n++) {
      acts.denied(day(30 + n, 10), two.getFirst(), area);
      acts.denied(day(30, 10).plusSeconds(n * 60L), two.getLast(), area);
    }
    takeAll(acts);
    assertThat(found(two.getFirst(), Rule.REFUSED_AGAIN, area)).isOne();
    assertThat(found(two.getLast(), Rule.REFUSED_AGAIN, area)).isZero();
  }

  @Test
  void findsMostlyOneLivePictureAndNoWall() {
    UUID camera = UUID.randomUUID();
    var acts = new Acts();
    List<UUID> wall = people(5);
    for (int n = 0; n < 24; n++) {
      acts.live(day(30 + n, 8), officers.get(3), camera);
      for (UUID each : wall) {
        acts.live(day(30 + n, 8), officers.get(4), each);
      }
    }
    takeAll(acts);
    assertThat(found(officers.get(3), Rule.REPEATED_TARGET, camera)).isOne();
    assertThat(found(officers.get(4), Rule.REPEATED_TARGET, wall.getFirst())).isZero();
  }

  /// Through HTTP and the log: refused, and asked again for the same footage within another case;
  /// seen by the auditor, closed with a reason, and read once however often the server starts.
  @Test
  void findsARefusedRequestThatIsMadeAgainInAnotherCase() throws Exception {
    EvidenceWorld world = world();
    UUID refused = world.request(world.form(0, world.camera));
    Answer decided =
        world
            .as("approver")
            .post(
                EvidenceWorld.path(refused) + "/decision",
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

    assertThat(EvidenceWorld.errors(auditor.post(path + "/result", result("ngắn   "))))
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
    long looks = count("select count(*) from oversight.look");
    long findings = countFindings();
    SERVER.stop();
    SERVER.start();
    readWholeLog();
    assertThat(count("select count(*) from oversight.look")).isEqualTo(looks);
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
    takeAll(acts);
    String id = one(auditor.id()).path("id").asString();
    TestClient self = world().as("tu-giam-sat");
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
    EvidenceWorld world = world();
    world.request(world.form(6, world.camera));
    Person self = SERVER.person("giam-sat-dieu-tra", null, Role.AUDITOR, Role.INVESTIGATOR);
    Person same =
        SERVER.namedPerson(
            "dieu-tra-giam-sat", "NGƯỜI investigator", world.elsewhere.id(), Role.AUDITOR);
    readWholeLog();
    LocalDate monday = LocalDate.now(ZONE).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    Samples.drawBefore(SERVER, monday.minusDays(1));
    assertThat(count("select count(*) from oversight.draw")).isZero();
    // Signs a checkpoint over all that is there.
    SERVER.bean(Proofs.class).prove(SERVER.bean(AuditLog.class).nextIndex() - 1);
    Samples.drawBefore(SERVER, monday);
    Samples.drawBefore(SERVER, monday);
    assertThat(count("select count(*) from audit.event where type = 'oversight.sample-drawn'"))
        .isOne();
    readWholeLog();
    assertThat(Samples.check(SERVER)).isEmpty();

    TestClient auditor = world.as("auditor");
    JsonNode waiting = auditor.get("/api/sampled-looks?limit=200").json().path("items");
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
    assertThat(world.as(same.username()).get("/api/sampled-looks?limit=200").json().path("items"))
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
    String path = "/api/sampled-looks/" + review.path("id").asString();
    change(
        "update oversight.review set reviewer_id = '%s' where id = '%s'"
            .formatted(person("auditor"), review.path("id").asString()));
    TestClient other = world.as(self.username());
    Map<String, Object> not = Map.of("answer", "NOT_PLAIN", "reason", "Vụ việc không ở gần đó.");
    assertThat(other.post(path + "/answer", not).code()).isEqualTo("not-your-review");
    assertThat(EvidenceWorld.errors(auditor.post(path + "/answer", tooShort())))
        .containsExactly("reason size");
    Answer answered = auditor.post(path + "/answer", not);
    assertThat(answered.status()).as(answered.text()).isEqualTo(200);
    String finding = answered.json().path("answer").path("findingId").asString();
    assertThat(auditor.get("/api/findings/" + finding).json().path("rule").asString())
        .isEqualTo("NOT_PLAIN");
    assertThat(auditor.post(path + "/answer", not).code()).isEqualTo("review-answered");
    assertThat(auditor.get("/api/sampled-looks?state=ANSWERED").text())
        .contains(review.path("id").asString());

    change(
        "update oversight.review set due_at = now() - interval '1 day', reviewer_id = null"
            + " where answered_at is null");
    JsonNode overdue = other.get("/api/sampled-looks").json().path("items");
    assertThat(overdue.valueStream().allMatch(each -> each.path("overdue").asBoolean())).isTrue();
    change("update oversight.review set person_id = '" + self.id() + "' where answered_at is null");
    assertThat(other.get("/api/sampled-looks").json().path("items").size()).isZero();

    long index = count("select min(entry_index) from oversight.review");
    change("update oversight.review set entry_index = 0 where entry_index = " + index);
    assertThat(Samples.check(SERVER))
        .extracting(Finding::what)
        .containsExactly("reviewers were given what was not drawn");
    change("update oversight.review set entry_index = " + index + " where entry_index = 0");
    change("update oversight.draw set root = repeat('a', 64)");
    assertThat(Samples.check(SERVER)).hasSize(2);
    change("delete from oversight.review");
    change("delete from oversight.draw");
    assertThat(Samples.check(SERVER))
        .extracting(Finding::what)
        .containsExactly("the log says that it was drawn");
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
    EvidenceWorld world = world();
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
    assertThat(year.path("casesOpened").path("value").asInt()).isEqualTo(10);
    assertThat(year.path("requests").path("value").isNull()).isTrue();
    assertThat(year.path("extractions").path("value").asInt()).isZero();

    for (String language : List.of("vi", "en", "ar")) {
      Answer page = SERVER.client().get("/transparency?lang=" + language);
      assertThat(page.status()).isEqualTo(200);
      assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html");
      assertThat(page.text())
          .contains("lang=\"" + language + "\" dir=\"" + (language.equals("ar") ? "rtl" : "ltr"))
          .contains("≈ <bdi dir=\"ltr\">10</bdi>")
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

  private static void forgetAll() {
    change(
        """
        truncate oversight.finding_look, oversight.finding, oversight.look, oversight.entry_day,
          oversight.own_case, oversight.case_span, oversight.incident_span, oversight.asked
        """);
  }

  private static void change(String sql) {
    SERVER.database().client().sql(sql).update();
  }

  private static Map<String, Object> result(String reason) {
    return Map.of("result", "PASSED_ON", "reason", reason);
  }

  /// The newest finding about somebody, with its looks.
  private static JsonNode one(UUID who) {
    return one(who, "%");
  }

  private static JsonNode one(UUID who, String kind) {
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

  private static void takeAll(Acts acts) {
    acts.inOrder().forEach(FindingsIT::take);
  }

  private static void take(LoggedEvent entry) {
    SERVER
        .bean(TransactionTemplate.class)
        .executeWithoutResult(_ -> SERVER.bean(LogWatch.class).take(entry, Instant.EPOCH));
  }

  /// @return the place of the last entry
  private static long readWholeLog() throws InterruptedException {
    UUID last =
        SERVER
            .database()
            .client()
            .sql("select id from audit.event order by seq desc limit 1")
            .query(UUID.class)
            .single();
    long index = SERVER.bean(AuditLog.class).awaitIndex(last, Duration.ofSeconds(20));
    while (SERVER.bean(LogWatch.class).readOn()) {
      assertThat(SERVER.bean(LogWatch.class).isRunning()).isTrue();
    }
    return index;
  }

  private static int found(UUID who, Rule rule, @Nullable UUID target) {
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

  private static long countFindings() {
    return count("select count(*) from oversight.finding");
  }

  private static long count(String sql) {
    return SERVER.database().client().sql(sql).query(Long.class).single();
  }

  private static UUID person(String username) {
    return SERVER
        .database()
        .client()
        .sql("select id from identity.person where username = ?")
        .param(username)
        .query(UUID.class)
        .single();
  }

  private static List<UUID> people(int count) {
    return IntStream.range(0, count).mapToObj(n -> UUID.randomUUID()).toList();
  }

  private static Instant day(int day, int hour) {
    return start.plus(day, ChronoUnit.DAYS).plusSeconds(LocalTime.of(hour, 0).toSecondOfDay());
  }
}
