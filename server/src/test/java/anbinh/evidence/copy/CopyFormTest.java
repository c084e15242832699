package anbinh.evidence.copy;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.evidence.copy.CopyForm.KeyForm;
import anbinh.evidence.copy.CopyForm.Requested;
import anbinh.evidence.copy.CopyForm.TrackForm;
import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a copy is taken for where nothing is said, and what is refused of it: a box that is read
/// wrongly shows a face.
class CopyFormTest {
  private static final String VIDEO = "data/clips/CAM-0001.mp4";

  private static KeyForm key(double seconds, double x, double y, double width, double height) {
    return new KeyForm(seconds, x, y, width, height);
  }

  private static KeyForm key(double seconds) {
    return key(seconds, .1, .1, .2, .2);
  }

  private static TrackForm track(KeyForm... keys) {
    return new TrackForm(null, List.of(keys));
  }

  private static CopyForm redacted(@Nullable String mode, TrackForm... tracks) {
    return new CopyForm(
        "REDACTED",
        VIDEO,
        mode,
        null,
        List.of(tracks),
        List.of("CHILD"),
        null,
        "Cho luật sư bào chữa.");
  }

  private static Redaction redaction(CopyForm form) {
    return Objects.requireNonNull(form.read().covering());
  }

  private static List<String> refused(CopyForm form) {
    Problem problem = Assertions.catchThrowableOfType(Problem.class, form::read);
    return problem.fields().stream()
        .map((FieldProblem field) -> field.field() + " " + field.code())
        .toList();
  }

  @Test
  void unlessSaidOtherwiseAllIsHiddenAndTheSoundGoes() {
    Requested read = redacted(null).read();
    Redaction covering = Objects.requireNonNull(read.covering());
    assertThat(covering.mode()).isEqualTo(Redaction.Mode.REVEAL);
    assertThat(covering.fill()).isEqualTo(Redaction.Fill.CELLS);
    assertThat(covering.tracks()).as("all hidden and nothing shown").isEmpty();
    assertThat(read.keepsSound()).isFalse();
    assertThat(read.reasons()).containsExactly(CopyReason.CHILD);
  }

  @Test
  void whatCoversIsBlackAndStaysAndWhatShowsEnds() {
    Redaction cover = redaction(redacted("COVER", track(key(2))));
    assertThat(cover.fill()).isEqualTo(Redaction.Fill.SOLID);
    assertThat(cover.tracks()).extracting(Track::beyond).containsExactly(true);
    assertThat(redaction(redacted("REVEAL", track(key(2)))).tracks())
        .extracting(Track::beyond)
        .containsExactly(false);
    TrackForm ends = new TrackForm(false, List.of(key(2)));
    assertThat(redaction(redacted("COVER", ends)).tracks())
        .extracting(Track::beyond)
        .containsExactly(false);
  }

  @Test
  void nothingHiddenIsNoRedactedCopy() {
    assertThat(refused(redacted("COVER"))).containsExactly("tracks required");
    CopyForm untold =
        new CopyForm("REDACTED", VIDEO, null, null, null, List.of("CHILD"), null, "Cho luật sư.");
    assertThat(refused(untold)).containsExactly("tracks required");
  }

  @Test
  void aRedactedCopySaysWhyAndACourtCopyHidesNothing() {
    for (List<String> reasons : Collections.singletonList(List.<String>of())) {
      CopyForm form =
          new CopyForm("REDACTED", VIDEO, null, null, List.of(), reasons, null, "Cho luật sư.");
      assertThat(refused(form)).containsExactly("reasons required");
    }
    Requested court =
        new CopyForm(
                "COURT",
                VIDEO,
                "COVER",
                "SOLID",
                List.of(track(key(1))),
                List.of("CHILD"),
                null,
                "Cho tòa.")
            .read();
    assertThat(court.covering()).isNull();
    assertThat(court.reasons()).isEmpty();
    assertThat(court.keepsSound()).as("evidence keeps its sound").isTrue();
  }

  @Test
  void aCourtCopyLosesItsSoundOnlyWhenThatIsSaid() {
    for (Boolean keeps : new Boolean[] {true, false}) {
      var court = new CopyForm("COURT", VIDEO, null, null, null, null, keeps, "Cho tòa.");
      assertThat(court.read().keepsSound()).isEqualTo(keeps);
      var redacted =
          new CopyForm(
              "REDACTED", VIDEO, null, null, List.of(), List.of("VICTIM"), keeps, "Cho luật sư.");
      assertThat(redacted.read().keepsSound()).isEqualTo(keeps);
    }
  }

  @Test
  void reasonsAreCountedOnceAndInOneOrder() {
    var form =
        new CopyForm(
            "REDACTED",
            VIDEO,
            null,
            null,
            List.of(),
            List.of("WITNESS", "CHILD", "WITNESS"),
            null,
            "Cho luật sư.");
    assertThat(form.read().reasons()).containsExactly(CopyReason.CHILD, CopyReason.WITNESS);
  }

  @Test
  void aBoxLiesWithinThePicture() {
    assertThat(redaction(redacted("COVER", track(key(0, 0, 0, 1, 1)))).tracks()).hasSize(1);
    assertThat(redaction(redacted("COVER", track(key(0, .998, .998, .002, .002)))).tracks())
        .hasSize(1);
    for (KeyForm outside :
        List.of(
            key(0, -.01, 0, .5, .5),
            key(0, 0, -.01, .5, .5),
            key(0, .6, 0, .5, .5),
            key(0, 0, .6, .5, .5),
            key(0, .1, .1, .001, .5),
            key(0, .1, .1, .5, 0),
            key(0, .1, .1, -.5, .5),
            key(0, Double.NaN, .1, .5, .5),
            key(0, .1, .1, Double.NaN, .5),
            key(0, .1, .1, Double.POSITIVE_INFINITY, .5),
            new KeyForm(0.0, .1, .1, null, .5))) {
      assertThat(refused(redacted("COVER", track(outside))))
          .as("%s", outside)
          .containsExactly("tracks[0] box");
    }
  }

  @Test
  void keysGoForwardInTimeFromTheBeginningOfTheVideo() {
    double last = 48 * 3600;
    assertThat(redaction(redacted("COVER", track(key(0), key(.001), key(last)))).tracks())
        .hasSize(1);
    for (TrackForm wrong :
        List.of(
            track(key(1), key(1)),
            track(key(2), key(1)),
            track(key(-.001)),
            track(key(last + .001)),
            track(key(Double.NaN)),
            track(new KeyForm(null, .1, .1, .2, .2)))) {
      assertThat(refused(redacted("COVER", wrong)))
          .as("%s", wrong)
          .containsExactly("tracks[0] order");
    }
  }

  @Test
  void aTrackHasAPositionAndThereAreNotTooMany() {
    assertThat(refused(redacted("REVEAL", track(key(0)), new TrackForm(null, null), track())))
        .containsExactly("tracks[1] required", "tracks[2] required");
    TrackForm[] forty = Collections.nCopies(40, track(key(0))).toArray(TrackForm[]::new);
    assertThat(redaction(redacted("COVER", forty)).tracks()).hasSize(40);
    TrackForm[] more = Collections.nCopies(41, track(key(0))).toArray(TrackForm[]::new);
    assertThat(refused(redacted("COVER", more))).containsExactly("tracks size");
    KeyForm[] keys = IntStream.range(0, 501).mapToObj(CopyFormTest::key).toArray(KeyForm[]::new);
    assertThat(refused(redacted("COVER", track(keys)))).containsExactly("tracks[0] size");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    var form =
        new CopyForm(
            "REDACTED", " ", "BLUR", "PINK", List.of(track(key(-1))), List.of("SHAME"), true, null);
    assertThat(refused(form))
        .containsExactlyInAnyOrder(
            "master required",
            "words required",
            "reasons choice",
            "mode choice",
            "fill choice",
            "tracks[0] order");
  }

  @Test
  void aCopyIsOfOneVideoForOneUse() {
    assertThat(refused(new CopyForm(null, null, null, null, null, null, null, null)))
        .containsExactly("kind required", "master required", "words required");
    assertThat(refused(new CopyForm("PRESS", VIDEO, null, null, null, null, null, "Báo chí.")))
        .containsExactly("kind choice");
    String most = "x".repeat(2_000);
    assertThat(new CopyForm("COURT", VIDEO, null, null, null, null, null, most).read().words())
        .isEqualTo(most);
    assertThat(refused(new CopyForm("COURT", VIDEO, null, null, null, null, null, most + "x")))
        .containsExactly("words size");
  }
}
