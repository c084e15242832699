package anbinh.oversight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.LoggedEvent;
import anbinh.evidence.EvidenceFixture;
import anbinh.identity.Role;
import anbinh.platform.ReadOnlyMode;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the rules find in made-up logs, and what they leave alone.
abstract class FindingRuleTests extends FindingTests {
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
      List<LoggedEvent> read = new ArrayList<>();
      for (LoggedEvent entry : acts.inOrder()) {
        read.add(entry);
        patterns.forEach((target, times) -> {
          int look = times.indexOf(entry.at()) + 1;
          if (look > 0 && look <= 9) {
            takeOut(read);
            if (found(culprit, Rule.REPEATED_TARGET, target) == 1) {
              foundBy.putIfAbsent(target, look);
            }
          }
        });
        if (read.size() == 500) {
          takeOut(read);
        }
      }
      takeOut(read);
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

  private static void takeOut(List<LoggedEvent> read) {
    take(read);
    read.clear();
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
    assertThat(six.stream().map(FindingRuleTests::covered)).containsExactly(6L, 0L, 0L, 1L, 6L, 6L);
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
    assertThat(two.stream().map(FindingRuleTests::covered)).containsExactly(1L, 1L);
  }

  /// Of four people who look at the camera once, one lives 130 metres from it and has no case, one
  /// 330, one has a case for it, and of one nobody knows.
  @Test
  void findsLooksNearTheOwnHomeWhenNoCaseCanCoverThemAnyMore() {
    // Its first round judges homes as of now, whenever that comes.
    LogWatch watch = SERVER.bean(LogWatch.class);
    watch.stop();
    try {
      findsLooksNearTheOwnHome();
    } finally {
      watch.start(SERVER.bean(ReadOnlyMode.class));
    }
  }

  private static void findsLooksNearTheOwnHome() {
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
    EvidenceFixture world = world();
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
                  and object_id = '%s' and encode(record, 'escape') like '%%"placed":true%%'
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
        "select count(*) from oversight.footage_access where covered <> 'NO' and person_id = '"
            + who
            + "'");
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

  private static void forgetAll() {
    change(
        """
        truncate oversight.finding_access, oversight.finding, oversight.footage_access,
        oversight.entry_day,
          oversight.own_case, oversight.case_span, oversight.incident_span,
          oversight.footage_request
        """);
  }

  private static List<UUID> people(int count) {
    return IntStream.range(0, count).mapToObj(n -> UUID.randomUUID()).toList();
  }
}
