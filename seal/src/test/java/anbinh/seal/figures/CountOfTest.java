package anbinh.seal.figures;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.json.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CountOfTest {
  private static final Json TRUE = new Json.Bool(true);

  @Test
  void countsRequestsAndWhatBecameOfThem() {
    assertThat(counted("extraction.requested", Map.of())).isEqualTo("REQUESTS=1");
    assertThat(counted("extraction.marked-urgent", Map.of())).isEqualTo("URGENT=1");
    for (String outcome : new String[] {"APPROVE", "APPROVE_LESS"}) {
      assertThat(counted("extraction.decided", Map.of("outcome", Json.of(outcome))))
          .isEqualTo("GRANTED=1");
    }
    assertThat(counted("extraction.decided", Map.of("outcome", Json.of("REFUSE"))))
        .isEqualTo("REFUSED=1");
    assertThat(counted("extraction.taken", Map.of())).isEqualTo("EXTRACTIONS=1");
  }

  @Test
  void countsCasesAsClarifiedOnlyWhenTheyWere() {
    assertThat(counted("case.opened", Map.of())).isEqualTo("CASES_OPENED=1");
    assertThat(counted("case.closed", Map.of("clarified", new Json.Bool(true))))
        .isEqualTo("CASES_CLARIFIED=1");
    assertThat(counted("case.closed", Map.of("clarified", new Json.Bool(false)))).isEmpty();
  }

  @Test
  void countsCamerasThatComeAndGo() {
    assertThat(counted("camera.added", Map.of("cameraKind", Json.of("CONNECTED"))))
        .isEqualTo("CONNECTED_CAMERAS=1");
    assertThat(counted("camera.retired", Map.of("cameraKind", Json.of("CONNECTED"))))
        .isEqualTo("CONNECTED_CAMERAS=-1");
    assertThat(counted("camera.added", Map.of("cameraKind", Json.of("COMMUNITY"))))
        .isEqualTo("COMMUNITY_CAMERAS=1");
    assertThat(counted("camera.imported", Map.of("cameras", Json.of(1_200))))
        .isEqualTo("COMMUNITY_CAMERAS=1200");
  }

  @Test
  void countsEveryLookRefusalAndFinding() {
    for (String type :
        new String[] {"recording.watched", "still.taken", "live.watched", "cameras.sought"}) {
      assertThat(counted(type, Map.of())).isEqualTo("LOOKS=1");
    }
    assertThat(counted("sightings.searched", Map.of("continued", new Json.Bool(false))))
        .isEqualTo("SEARCHES=1");
    assertThat(counted("sightings.searched", Map.of("continued", TRUE))).isEmpty();
    assertThat(counted("oversight.finding-opened", Map.of())).isEqualTo("FINDINGS_OPENED=1");
    assertThat(counted("oversight.finding-closed", Map.of())).isEqualTo("FINDINGS_CLOSED=1");
    assertThat(counted("access.denied", Map.of("refused", new Json.Bool(true))))
        .isEqualTo("DENIED=1");
    assertThat(counted("segment.closed", Map.of())).isEmpty();
  }

  @Test
  void countsReviewsAndRequestsAboutOnesOwnData() {
    assertThat(counted("oversight.sample-drawn", Map.of("drawn", Json.of(20))))
        .isEqualTo("LOOKS_DRAWN=20");
    assertThat(counted("oversight.look-reviewed", Map.of("answer", Json.of("PLAIN"))))
        .isEqualTo("LOOKS_REVIEWED=1");
    assertThat(counted("oversight.look-reviewed", Map.of("answer", Json.of("CANNOT_TELL"))))
        .isEqualTo("LOOKS_REVIEWED=1 LOOKS_DOUBTED=1");
    assertThat(counted("data-request.received", Map.of())).isEqualTo("DATA_REQUESTS=1");
    assertThat(counted("data-request.ended", Map.of("late", new Json.Bool(false))))
        .isEqualTo("DATA_REQUESTS_ENDED=1");
    assertThat(counted("data-request.ended", Map.of("late", new Json.Bool(true))))
        .isEqualTo("DATA_REQUESTS_ENDED=1 DATA_REQUESTS_LATE=1");
  }

  @Test
  void readsEveryTypeThatItCounts() {
    assertThat(CountOf.TYPES).hasSize(21).doesNotContain("segment.closed");
  }

  private static String counted(String type, Map<String, Json> facts) {
    assertThat(CountOf.TYPES.contains(type)).isEqualTo(!type.equals("segment.closed"));
    return Arrays.stream(CountOf.values())
        .filter(what -> what.in(type, facts) != 0)
        .map(what -> what + "=" + what.in(type, facts))
        .collect(Collectors.joining(" "));
  }

  @Test
  void leavesOpenOnlyWhatAnybodyMayCount() {
    for (String type : CountOf.TYPES) {
      boolean open = CountOf.openFacts(type).isPresent();
      assertThat(open)
          .as(type)
          .isEqualTo(
              !type.matches(
                  "(recording|live)\\.watched|still\\.taken|cameras\\.sought"
                      + "|sightings\\.searched|access\\.denied|data-request\\..*"));
    }
    assertThat(CountOf.openFacts("identity.sign-in")).isEmpty();
    assertThat(CountOf.LOOKS.isOpen()).isFalse();
    assertThat(CountOf.REQUESTS.isOpen()).isTrue();
  }

  @Test
  void countsWhatWasRefusedAsRefusedOnly() {
    assertThat(
            counted("extraction.decided", Map.of("outcome", Json.of("APPROVE"), "refused", TRUE)))
        .isEqualTo("DENIED=1");
    assertThat(counted("recording.watched", Map.of("refused", TRUE))).isEqualTo("DENIED=1");
    assertThat(counted("access.denied", Map.of("refused", TRUE, "times", Json.of(40))))
        .isEqualTo("DENIED=40");
  }
}
