package anbinh.recording.find;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.Sector;
import anbinh.cameras.SeenFrom;
import anbinh.cameras.SeenFrom.Assumed;
import anbinh.cameras.view.FieldsOfView;
import anbinh.recording.Span;
import anbinh.recording.find.Candidate.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
  private static final Span SPAN =
      new Span(Instant.parse("2026-11-25T06:00:00Z"), Instant.parse("2026-11-25T07:00:00Z"));
  private static final Ranking RANKING = new Ranking(SPAN, NOW, LocalDate.of(2026, 11, 25));
  private static final Footage WHOLE = Footage.recorded(SPAN.length(), SPAN, Duration.ofDays(30));
  private static final Consent GIVEN = new Consent(Consent.State.GIVEN, null);

  private static Camera camera(CameraKind kind, Consent consent) {
    boolean connected = kind == CameraKind.CONNECTED;
    return new Camera(
        UUID.randomUUID(),
        "CAM-0001",
        kind,
        null,
        "Cổng chợ",
        UUID.randomUUID(),
        connected ? OwnerKind.POLICE : OwnerKind.HOUSEHOLD,
        consent,
        connected ? URI.create("rtsp://127.0.0.1/x") : null,
        null,
        true,
        false,
        30,
        null,
        false);
  }

  private static Camera connected() {
    return camera(CameraKind.CONNECTED, new Consent(Consent.State.NOT_NEEDED, null));
  }

  private static SeenFrom seen(Camera camera, double distance, double offAxis, double outside) {
    return seen(camera, distance, offAxis, outside, EnumSet.noneOf(Assumed.class));
  }

  private static SeenFrom seen(
      Camera camera, double distance, double offAxis, double outside, Set<Assumed> assumed) {
    boolean allRound = assumed.contains(Assumed.DIRECTION);
    return new SeenFrom(
        camera,
        new Sector(19.8, 105.7, 90, allRound ? 360 : 90, 60),
        new Sector.Sight(distance, 90 + offAxis, offAxis, outside),
        assumed);
  }

  private static List<Reason> reasons(SeenFrom seen, Footage footage) {
    return RANKING.rank(seen, footage).reasons();
  }

  private static int score(SeenFrom seen, Footage footage) {
    return RANKING.rank(seen, footage).score();
  }

  @Test
  void theBestThereIsHasAHundred() {
    Candidate best = RANKING.rank(seen(connected(), 0, 0, 0), WHOLE);
    assertThat(best.score()).isEqualTo(100);
    assertThat(best.reasons()).containsExactly(Reason.RECORDED, Reason.IN_THE_MIDDLE, Reason.NEAR);
  }

  @Test
  void everythingBadAboutACameraLowersItsScore() {
    int good = score(seen(connected(), 20, 10, 0), WHOLE);
    assertThat(score(seen(connected(), 40, 10, 0), WHOLE)).isLessThan(good);
    assertThat(score(seen(connected(), 20, 40, 0), WHOLE)).isLessThan(good);
    assertThat(score(seen(connected(), 20, 10, 0, Set.of(Assumed.RANGE)), WHOLE)).isLessThan(good);
    assertThat(score(seen(connected(), 20, 10, 0, Set.of(Assumed.DIRECTION)), WHOLE))
        .isLessThan(good);
    Footage half = Footage.recorded(SPAN.length().dividedBy(2), SPAN, Duration.ofDays(30));
    assertThat(score(seen(connected(), 20, 10, 0), half)).isLessThan(good);
  }

  @Test
  void withoutFootageThereIsNoScoreButAReason() {
    Candidate gone =
        RANKING.rank(
            seen(camera(CameraKind.COMMUNITY, GIVEN), 5, 0, 0),
            Footage.kept(SPAN, Duration.ofHours(1), NOW));
    assertThat(gone.score()).isZero();
    assertThat(gone.reasons()).contains(Reason.OVERWRITTEN);
    assertThat(
            reasons(
                seen(connected(), 5, 0, 0),
                Footage.recorded(Duration.ZERO, SPAN, Duration.ofDays(1))))
        .contains(Reason.NOT_RECORDED);
  }

  @Test
  void whatIsRecordedHereCountsMoreThanWhatOnlyTheOwnerCanTell() {
    Footage kept = Footage.kept(SPAN, Duration.ofDays(7), NOW);
    assertThat(score(seen(connected(), 20, 10, 0), WHOLE))
        .isGreaterThan(score(seen(camera(CameraKind.COMMUNITY, GIVEN), 20, 10, 0), kept));
  }

  @Test
  void aConsentThatIsMissingOrOverIsSaidAndCounts() {
    Footage kept = Footage.kept(SPAN, Duration.ofDays(7), NOW);
    SeenFrom agreed = seen(camera(CameraKind.COMMUNITY, GIVEN), 20, 10, 0);
    assertThat(reasons(agreed, kept)).contains(Reason.CONSENT_GIVEN);
    for (Consent consent :
        List.of(Consent.NONE, new Consent(Consent.State.GIVEN, LocalDate.of(2026, 11, 24)))) {
      SeenFrom without = seen(camera(CameraKind.COMMUNITY, consent), 20, 10, 0);
      assertThat(reasons(without, kept)).contains(Reason.CONSENT_MISSING);
      assertThat(score(without, kept)).isLessThan(score(agreed, kept));
    }
    Consent lastDay = new Consent(Consent.State.GIVEN, LocalDate.of(2026, 11, 25));
    assertThat(reasons(seen(camera(CameraKind.COMMUNITY, lastDay), 20, 10, 0), kept))
        .contains(Reason.CONSENT_GIVEN);
  }

  @Test
  void saysWhatIsUncertainAndWhatIsUrgent() {
    assertThat(reasons(seen(connected(), 60, 50, 7), WHOLE))
        .containsExactly(Reason.RECORDED, Reason.AT_THE_EDGE, Reason.FAR);
    assertThat(
            reasons(seen(connected(), 30, 0, 0, Set.of(Assumed.RANGE, Assumed.DIRECTION)), WHOLE))
        .containsExactly(Reason.RECORDED, Reason.DIRECTION_UNKNOWN, Reason.RANGE_ASSUMED);
    assertThat(
            reasons(
                seen(camera(CameraKind.COMMUNITY, GIVEN), 20, 10, 0),
                Footage.kept(SPAN, Duration.ofHours(20), NOW)))
        .contains(Reason.KEPT, Reason.SOON_OVERWRITTEN);
  }

  @Test
  void theBestComesFirstAndAmongEqualsTheNearest() {
    Candidate near = RANKING.rank(seen(connected(), 10, 0, 0), WHOLE);
    Candidate far = RANKING.rank(seen(connected(), 50, 0, 0), WHOLE);
    Candidate goneFar = gone(40);
    Candidate goneNear = gone(20);
    assertThat(Stream.of(goneFar, far, goneNear, near).sorted(Ranking.BEST_FIRST))
        .containsExactly(near, far, goneNear, goneFar);
  }

  private static Candidate gone(double distance) {
    return RANKING.rank(
        seen(camera(CameraKind.COMMUNITY, GIVEN), distance, 0, 0),
        Footage.kept(SPAN, Duration.ofHours(1), NOW));
  }

  @Test
  void takesTooMuchRatherThanTooLittleWhereTheRegisterDoesNotSay() {
    assertThat(sector(null, null, null))
        .isEqualTo(new Sector(19.8, 105.7, 0, 360, Camera.Place.ASSUMED_RANGE_METRES));
    assertThat(sector(45, null, 80))
        .isEqualTo(new Sector(19.8, 105.7, 45, Camera.Place.ASSUMED_ANGLE_DEGREES, 80));
    assertThat(sector(null, 60, 80)).isEqualTo(new Sector(19.8, 105.7, 0, 360, 80));
  }

  private static Sector sector(
      @Nullable Integer direction, @Nullable Integer angle, @Nullable Integer range) {
    return FieldsOfView.sector(new Camera.Place(19.8, 105.7, direction, angle, range));
  }
}
