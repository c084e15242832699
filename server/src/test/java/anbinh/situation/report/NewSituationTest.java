package anbinh.situation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.Problem;
import anbinh.situation.report.NewSituation.NewReportPoint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NewSituationTest {
  private static NewSituation sent(String time) {
    Instant at = Instant.parse(time);
    return new NewSituation(
        UUID.randomUUID(),
        null,
        "NOISE",
        false,
        false,
        HappenedPrecision.ABOUT,
        at,
        at,
        at,
        "Loa kéo quá giờ.",
        null,
        null,
        null,
        new NewReportPoint(20.123_456_789_012_3, 105.987_654_321_098_7, 13),
        List.of(),
        List.of());
  }

  @Test
  void twoReportsOfOnePhoneAreNotToldByItsClock() {
    // By 4.217 s ahead, which nobody else's is.
    NewSituation one = sent("2026-11-29T08:15:13.217Z");
    NewSituation other = sent("2026-11-29T08:15:47.904Z");
    assertThat(List.of(one.deviceTime(), one.notedAt(), one.happenedAt()))
        .isEqualTo(List.of(other.deviceTime(), other.notedAt(), other.happenedAt()))
        .containsOnly(Instant.parse("2026-11-29T08:15:00Z"));
  }

  @Test
  void norByHowItWritesAPlace() {
    assertThat(sent("2026-11-29T08:15:13Z").point())
        .isEqualTo(new NewReportPoint(20.12346, 105.98765, 20));
  }

  @Test
  void norByIdentifiersThatCountOrTellTheTime() {
    NewSituation.requireDrawn("id", UUID.randomUUID());
    for (String made :
        List.of(
            "c232ab00-9414-11ec-b3c8-9f6bdeced846",
            "1ec9414c-232a-6b00-b3c8-9f6bdeced846",
            "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
            "00000000-0000-0000-0000-000000000007")) {
      assertThatThrownBy(() -> NewSituation.requireDrawn("id", UUID.fromString(made)))
          .isInstanceOf(Problem.class);
    }
  }
}
