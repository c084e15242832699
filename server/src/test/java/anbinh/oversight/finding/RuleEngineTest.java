package anbinh.oversight.finding;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.audit.event.LoggedEvent;
import anbinh.oversight.access.Covered;
import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessFixture;
import anbinh.oversight.access.FootageAccessKind;
import anbinh.seal.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// From which look on a rule speaks, and what it leaves alone; FindingsIT runs the rules over the
/// entries of months.
class RuleEngineTest {
  /// Ten in the morning at the site.
  private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

  private static final UUID WHO = new UUID(2, 1);
  private static final UUID CASE = new UUID(7, 2);
  private static final String CAMERA = "camera-1";
  private static final Json.Obj NONE = new Json.Obj(Map.of());

  private final FootageAccessFixture fixture = new FootageAccessFixture();
  private final Closed closed = new Closed();

  @SuppressWarnings("NullAway") // there are no searches
  private final RuleEngine rules =
      new RuleEngine(
          fixture.looks,
          fixture.book,
          closed,
          fixture.watchers,
          null,
          null,
          FootageAccessFixture.SETTINGS);

  private long last;

  /// Which findings an auditor has closed, and when.
  private static final class Closed extends FindingTable {
    private final List<Closing> closings = new ArrayList<>();
    private boolean dayClosed;

    private record Closing(
        Rule rule, FootageAccessKind kind, @Nullable String target, Instant at) {}

    @SuppressWarnings("NullAway") // there is no database
    Closed() {
      super(null);
    }

    void close(Rule rule, FootageAccessKind kind, @Nullable String target, Instant when) {
      closings.add(new Closing(rule, kind, target, when));
    }

    @Override
    Optional<Instant> findLastClosed(
        Rule rule, UUID person, @Nullable FootageAccessKind kind, @Nullable String target) {
      return closings.stream()
          .filter(each -> each.rule() == rule && Objects.equals(each.target(), target))
          .filter(each -> kind == null || each.kind() == kind)
          .map(Closing::at)
          .max(Instant::compareTo);
    }

    @Override
    boolean isDayClosed(Rule rule, UUID person, FootageAccessKind kind, LocalDate day) {
      return dayClosed;
    }
  }

  private FootageAccess look(FootageAccessKind kind, String target, Instant at) {
    return look(kind, target, at, Covered.NO, null);
  }

  private FootageAccess look(
      FootageAccessKind kind, String target, Instant at, Covered covered, @Nullable UUID caseId) {
    return fixture.looks.add(
        new FootageAccess(
            ++last,
            WHO,
            kind,
            "camera",
            target,
            null,
            null,
            false,
            fixture.watchers.offHours(at),
            at,
            at,
            at,
            at,
            covered,
            caseId,
            1,
            List.of(last),
            null));
  }

  private FootageAccess watched(Instant at) {
    return look(FootageAccessKind.FOOTAGE, CAMERA, at);
  }

  private FootageAccess watched(int times) {
    for (int i = times - 1; i > 0; i--) {
      watched(NOW.minus(Duration.ofHours(i)));
    }
    return watched(NOW);
  }

  private void elsewhere(FootageAccessKind kind, int times) {
    for (int i = 0; i < times; i++) {
      look(kind, "another-" + i, NOW.minusSeconds(i));
    }
  }

  private Verdict only(FootageAccess look) {
    List<Verdict> verdicts = rules.judge(look);
    assertThat(verdicts).hasSize(1);
    return verdicts.getFirst();
  }

  @Test
  void theFourthLookAtOneTargetWithoutACaseIsFound() {
    assertThat(rules.judge(watched(3))).isEmpty();
    Verdict verdict = only(watched(NOW.plusSeconds(1)));
    assertThat(verdict.rule()).isEqualTo(Rule.REPEATED_TARGET);
    assertThat(verdict.target()).isEqualTo(new Target("camera", CAMERA, null));
    assertThat(verdict.numbers()).isEqualTo(new Numbers(4, 0L, 0L, 0L, null));
    assertThat(verdict.looks()).hasSize(4);
    assertThat(verdict.look().firstAt()).as("the newest").isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void whatColleaguesLookAtJustAsOftenIsChance() {
    fixture.looks.colleagues(100, 200);
    elsewhere(FootageAccessKind.FOOTAGE, 5);
    assertThat(rules.judge(watched(4))).isEmpty();
    fixture.looks.colleagues(0, 200);
    assertThat(rules.judge(watched(NOW)).getFirst().numbers())
        .isEqualTo(new Numbers(5, 5L, 0L, 200L, null));
  }

  @Test
  void aLookAsOldAsTheWindowCountsNoMore() {
    Instant oldest = NOW.minus(FootageAccessFixture.SETTINGS.window());
    watched(oldest);
    assertThat(rules.judge(watched(3))).isEmpty();
    watched(oldest.plusMillis(1));
    assertThat(rules.judge(watched(NOW))).hasSize(1);
  }

  @Test
  void whatAClosedFindingWasAboutDoesNotCountAgain() {
    FootageAccess fourth = watched(4);
    closed.close(Rule.REPEATED_TARGET, FootageAccessKind.FOOTAGE, "another", NOW);
    assertThat(rules.judge(fourth)).as("of another target").hasSize(1);
    closed.close(Rule.REPEATED_TARGET, FootageAccessKind.FOOTAGE, CAMERA, NOW.minusSeconds(1));
    assertThat(rules.judge(fourth)).isEmpty();
  }

  @Test
  void aFindingThatWasClosedLongAgoBringsNoOlderLooksBack() {
    watched(NOW.minus(Duration.ofDays(40)));
    closed.close(
        Rule.REPEATED_TARGET, FootageAccessKind.FOOTAGE, CAMERA, NOW.minus(Duration.ofDays(50)));
    assertThat(rules.judge(watched(3))).isEmpty();
  }

  @Test
  void whatACaseCoversIsNotFound() {
    watched(4);
    for (Covered covered : List.of(Covered.OPEN_CASE, Covered.CLOSED_CASE)) {
      FootageAccess look = look(FootageAccessKind.FOOTAGE, CAMERA, NOW, covered, CASE);
      assertThat(rules.judge(look)).as("%s", covered).isEmpty();
    }
  }

  @Test
  void recordsAreJudgedByTheirNumberAlone() {
    FootageAccess look = look(FootageAccessKind.RECORDS, CAMERA, NOW);
    for (int i = 0; i < 10; i++) {
      look = look(FootageAccessKind.RECORDS, CAMERA, NOW);
    }
    assertThat(rules.judge(look)).isEmpty();
  }

  @Test
  void whoWatchesLivePicturesIsFoundForMostlyWatchingOne() {
    for (int i = 1; i < 20; i++) {
      assertThat(rules.judge(look(FootageAccessKind.LIVE, CAMERA, NOW))).isEmpty();
    }
    FootageAccess twentieth = look(FootageAccessKind.LIVE, CAMERA, NOW);
    elsewhere(FootageAccessKind.LIVE, 20);
    assertThat(only(twentieth).rule()).isEqualTo(Rule.REPEATED_TARGET);
    look(FootageAccessKind.LIVE, "one-more", NOW);
    assertThat(rules.judge(twentieth)).as("more often others").isEmpty();
  }

  private FootageAccess atNight(String utc) {
    return look(FootageAccessKind.FOOTAGE, UUID.randomUUID().toString(), Instant.parse(utc));
  }

  @Test
  void threeNightsAreFoundAndANightGoesOnAfterMidnight() {
    atNight("2026-11-23T15:00:00Z"); // 22:00 of the 23rd
    atNight("2026-11-23T22:59:59.999Z"); // 05:59:59.999 of the 24th, the same night
    assertThat(rules.judge(atNight("2026-11-24T17:00:00Z"))).as("two nights").isEmpty();
    Verdict verdict = only(atNight("2026-11-25T16:59:59.999Z"));
    assertThat(verdict.rule()).isEqualTo(Rule.OFF_HOURS);
    assertThat(verdict.numbers().looks()).isEqualTo(3);
    assertThat(verdict.looks()).hasSize(4);
    assertThat(verdict.target()).isNull();
  }

  @Test
  void aNightIsFromTheEndOfWorkToItsBegin() {
    atNight("2026-11-23T16:00:00Z");
    atNight("2026-11-24T16:00:00Z");
    assertThat(rules.judge(atNight("2026-11-25T14:59:59.999Z"))).as("21:59:59.999").isEmpty();
    assertThat(rules.judge(atNight("2026-11-25T23:00:00Z"))).as("06:00").isEmpty();
    assertThat(rules.judge(atNight("2026-11-25T15:00:00Z"))).as("22:00").hasSize(1);
  }

  @Test
  void aNightOfAnotherKindBringsBackNoNightsThatWereClosed() {
    atNight("2026-11-22T16:00:00Z");
    atNight("2026-11-23T16:00:00Z");
    atNight("2026-11-24T16:00:00Z");
    closed.close(
        Rule.OFF_HOURS, FootageAccessKind.FOOTAGE, null, Instant.parse("2026-11-25T02:00:00Z"));
    FootageAccess place =
        look(FootageAccessKind.PLACE, "20.350,105.250", Instant.parse("2026-11-25T16:00:00Z"));
    assertThat(rules.judge(place)).isEmpty();
  }

  @Test
  void aLookOfAnotherKindBringsBackNothingOfAClosedCaseThatWasClosed() {
    look(FootageAccessKind.FOOTAGE, "a", NOW.minusSeconds(9), Covered.CLOSED_CASE, CASE);
    look(FootageAccessKind.FOOTAGE, "b", NOW.minusSeconds(8), Covered.CLOSED_CASE, CASE);
    look(FootageAccessKind.FOOTAGE, "c", NOW.minusSeconds(7), Covered.CLOSED_CASE, CASE);
    closed.close(Rule.CLOSED_CASE, FootageAccessKind.FOOTAGE, CASE.toString(), NOW.minusSeconds(6));
    FootageAccess place = look(FootageAccessKind.PLACE, "d", NOW, Covered.CLOSED_CASE, CASE);
    assertThat(rules.judge(place)).isEmpty();
  }

  @Test
  void theThirdTryWithinAWeekIsFound() {
    look(FootageAccessKind.REFUSED, CAMERA, NOW.minus(Duration.ofDays(7)));
    look(FootageAccessKind.REFUSED, CAMERA, NOW.minusSeconds(1));
    assertThat(rules.judge(look(FootageAccessKind.REFUSED, CAMERA, NOW))).isEmpty();
    Verdict verdict = only(look(FootageAccessKind.REFUSED, CAMERA, NOW));
    assertThat(verdict.rule()).isEqualTo(Rule.REFUSED_AGAIN);
    assertThat(verdict.numbers().looks()).isEqualTo(3);
    assertThat(rules.judge(look(FootageAccessKind.REFUSED, "another", NOW))).isEmpty();
  }

  private FootageAccess requested(UUID request, @Nullable UUID caseId) {
    if (caseId != null) {
      fixture.book.made(request, caseId);
    }
    return look(FootageAccessKind.REQUEST, request.toString(), NOW);
  }

  @Test
  void whatWasRefusedIsAskedForOnceMoreInItsOwnCase() {
    UUID before = new UUID(8, 1);
    requested(before, CASE);
    fixture.book.refused(before, CASE);
    assertThat(rules.judge(requested(new UUID(8, 2), CASE))).isEmpty();
    fixture.book.refused(new UUID(8, 2), CASE);
    Verdict verdict = only(requested(new UUID(8, 3), CASE));
    assertThat(verdict.rule()).isEqualTo(Rule.REFUSED_AGAIN);
    assertThat(verdict.looks())
        .extracting(FootageAccess::targetId)
        .containsExactly(before.toString(), new UUID(8, 2).toString(), new UUID(8, 3).toString());
  }

  @Test
  void whatWasRefusedIsFoundAtOnceInAnotherCaseOrInNone() {
    fixture.book.refused(new UUID(8, 1), CASE);
    assertThat(only(requested(new UUID(8, 2), new UUID(7, 9))).rule())
        .isEqualTo(Rule.REFUSED_AGAIN);
    assertThat(only(requested(new UUID(8, 3), null)).rule()).isEqualTo(Rule.REFUSED_AGAIN);
    assertThat(rules.judge(look(FootageAccessKind.REQUEST, "no-id", NOW))).isEmpty();
  }

  @Test
  void theThirdLookOnAClosedCaseIsFound() {
    FootageAccess look = look(FootageAccessKind.FOOTAGE, "a", NOW, Covered.CLOSED_CASE, CASE);
    look(FootageAccessKind.FOOTAGE, "b", NOW, Covered.CLOSED_CASE, CASE);
    look(FootageAccessKind.FOOTAGE, "c", NOW, Covered.CLOSED_CASE, new UUID(7, 9));
    assertThat(rules.judge(look)).isEmpty();
    Verdict verdict = only(look(FootageAccessKind.PLACE, "d", NOW, Covered.CLOSED_CASE, CASE));
    assertThat(verdict.rule()).isEqualTo(Rule.CLOSED_CASE);
    assertThat(verdict.target()).isEqualTo(new Target("case", CASE.toString(), null));
    assertThat(verdict.looks()).hasSize(3);
  }

  @Test
  void oneLookMayBreakSeveralRules() {
    for (String day : List.of("23", "24", "25")) {
      watched(Instant.parse("2026-11-" + day + "T16:00:00Z"));
    }
    assertThat(rules.judge(watched(Instant.parse("2026-11-25T17:00:00Z"))))
        .extracting(Verdict::rule)
        .containsExactly(Rule.REPEATED_TARGET, Rule.OFF_HOURS);
  }

  private static LoggedEvent entry(String type, @Nullable String object, boolean refused) {
    return entry(type, object, refused, NONE);
  }

  private static LoggedEvent entry(
      String type, @Nullable String object, boolean refused, Json.Obj facts) {
    return new LoggedEvent(1, NOW, type, WHO, "camera", object, null, refused, facts, NONE);
  }

  private Optional<Verdict> day(long entries, @Nullable Long usual) {
    fixture.looks.day(entries - 1, usual);
    return rules.judgeDay(entry("recording.watched", CAMERA, false));
  }

  @Test
  void aDayIsFoundAtThreeTimesTheColleaguesBusyDays() {
    watched(NOW);
    assertThat(day(60, 21L)).as("less than three times").isEmpty();
    assertThat(day(50, 1L)).as("few entries").isEmpty();
    assertThat(day(65, 20L)).as("not each entry is judged").isEmpty();
    assertThat(day(60, null)).as("nobody knows what is usual").isEmpty();
    Verdict verdict = day(60, 20L).orElseThrow();
    assertThat(verdict.rule()).isEqualTo(Rule.VOLUME);
    assertThat(verdict.day()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(verdict.numbers()).isEqualTo(new Numbers(60, null, null, null, 20L));
    closed.dayClosed = true;
    assertThat(day(70, 20L)).as("closed").isEmpty();
  }

  @Test
  void aDayIsOneAtTheSite() {
    watched(Instant.parse("2026-11-25T16:59:59.999Z"));
    assertThat(day(60, 20L)).as("of the day before").isEmpty();
    FootageAccess first = watched(Instant.parse("2026-11-25T17:00:00Z"));
    FootageAccess last = watched(Instant.parse("2026-11-26T16:59:59.999Z"));
    watched(Instant.parse("2026-11-26T17:00:00Z"));
    assertThat(day(60, 20L).orElseThrow().looks()).containsExactly(first, last);
  }

  @Test
  void whatWasRefusedIsNotCountedAsSeen() {
    watched(NOW);
    fixture.looks.day(59, 20L);
    assertThat(rules.judgeDay(entry("recording.watched", CAMERA, true))).isEmpty();
    assertThat(rules.judgeDay(entry("recording.watched", CAMERA, false))).isPresent();
  }

  @Test
  void anEmergencyIsFoundThatWasNotJustifiedOrNotReviewed() {
    UUID emergency = new UUID(9, 1);
    FootageAccess under = watched(NOW.minusSeconds(9));
    FootageAccess opening =
        look(FootageAccessKind.EMERGENCY, emergency.toString(), NOW.minusSeconds(10));
    fixture.looks.emergency(emergency, List.of(under, opening));
    Json.Obj justified = new Json.Obj(Map.of("verdict", Json.of("JUSTIFIED")));
    Json.Obj not = new Json.Obj(Map.of("verdict", Json.of("NOT_JUSTIFIED")));
    String id = emergency.toString();
    assertThat(rules.judgeEmergency(entry("emergency.reviewed", id, false, justified))).isEmpty();
    assertThat(rules.judgeEmergency(entry("emergency.reviewed", id, false))).isEmpty();
    assertThat(rules.judgeEmergency(entry("emergency.opened", id, false, not))).isEmpty();
    Verdict unjust =
        rules.judgeEmergency(entry("emergency.reviewed", id, false, not)).orElseThrow();
    assertThat(unjust.rule()).isEqualTo(Rule.EMERGENCY_NOT_JUSTIFIED);
    assertThat(unjust.look()).isEqualTo(opening);
    assertThat(unjust.numbers().looks()).as("without the opening").isEqualTo(1);
    assertThat(rules.judgeEmergency(entry("emergency.review-overdue", id, false)))
        .map(Verdict::rule)
        .contains(Rule.EMERGENCY_UNREVIEWED);
  }

  @Test
  void anEmergencyThatNobodyKnowsIsNotFound() {
    for (String id : new @Nullable String[] {new UUID(9, 2).toString(), "no-id", null}) {
      assertThat(rules.judgeEmergency(entry("emergency.review-overdue", id, false))).isEmpty();
    }
  }
}
