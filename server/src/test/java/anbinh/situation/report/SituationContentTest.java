package anbinh.situation.report;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.situation.report.Situation.Place;
import anbinh.situation.report.Situation.Times;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportPoint;
import anbinh.situation.report.SituationContent.ReportVersion;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationContent.ReportedCircumstances;
import anbinh.situation.report.SituationContent.ReportedNature;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationContent.VersionStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SituationContentTest {
  private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");
  private static final ReportedNature THEFT = new ReportedNature("THEFT", false, false);

  private static final UUID COMMUNE = new UUID(0, 1);

  private static ReportedCircumstances at(@Nullable UUID village) {
    return new ReportedCircumstances(
        new Place(COMMUNE, village),
        null,
        new Times(null, HappenedPrecision.UNKNOWN, NOW, NOW, 0, false),
        false);
  }

  private static ReportWords words(String seen) {
    return new ReportWords(seen, "", "", "", null, List.of());
  }

  private static SituationContent first() {
    return SituationContent.of(
        new ReportVersion(
            1, NOW, null, null, VersionStatus.CURRENT, THEFT, at(null), words("một")));
  }

  @Test
  void aChangeTakesThePlaceAndKeepsWhatStoodThere() {
    SituationContent changed =
        first().changed(NOW, null, null, THEFT, at(null), words("hai"), false);
    assertThat(changed.currentVersion().words().seen()).isEqualTo("hai");
    assertThat(changed.versions())
        .extracting(ReportVersion::status)
        .containsExactly(VersionStatus.REPLACED, VersionStatus.CURRENT);
    assertThat(changed.versions().getFirst().words().seen()).isEqualTo("một");
  }

  @Test
  void whatLiesBesideCountsOnlyOnceSomebodyDecides() {
    SituationContent beside = first().changed(NOW, null, null, THEFT, at(null), words("hai"), true);
    assertThat(beside.currentVersion().words().seen()).isEqualTo("một");
    assertThat(beside.waiting()).isOne();
    SituationContent taken = beside.decided(2, true);
    assertThat(taken).isNotNull();
    if (taken != null) {
      assertThat(taken.currentVersion().words().seen()).isEqualTo("hai");
      assertThat(taken.versions().getFirst().status()).isEqualTo(VersionStatus.REPLACED);
      assertThat(taken.decided(2, true)).isNull();
    }
    SituationContent kept = beside.decided(2, false);
    assertThat(kept).isNotNull();
    if (kept != null) {
      assertThat(kept.currentVersion().number()).isOne();
      assertThat(kept.waiting()).isZero();
    }
    assertThat(beside.decided(1, true)).isNull();
  }

  @Test
  void whereAndWhenBelongToWhatIsSaid() {
    ReportVersion first = first().versions().getFirst();
    assertThat(first.says(THEFT, at(null), words("một"))).isTrue();
    assertThat(first.says(THEFT, at(COMMUNE), words("một"))).isFalse();
    assertThat(first.says(THEFT, at(null), words("hai"))).isFalse();
  }

  @Test
  void anAnswerIsOneToWhoAskedAndToNobodyElse() {
    UUID asked = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    SituationNote answer = answer(NOW.plusSeconds(2));
    SituationContent content =
        first()
            .noted(question(NOW.plusSeconds(1), other))
            .noted(question(NOW.plusSeconds(2), asked));
    assertThat(content.answers(answer, asked)).isTrue();
    assertThat(content.answers(answer, other)).isFalse();
    assertThat(content.answers(answer(null), asked)).as("of before that was kept").isFalse();
    SituationContent alone = first().noted(question(NOW, asked));
    assertThat(alone.answers(answer(null), asked)).isTrue();
    assertThat(first().answers(answer(null), asked)).isFalse();
  }

  private static SituationNote question(Instant at, UUID by) {
    return new SituationNote(at, by, NoteKind.QUESTION, null, false, null, "Mấy giờ?");
  }

  private static SituationNote answer(@Nullable Instant question) {
    return new SituationNote(
        NOW.plusSeconds(9), null, NoteKind.ANSWER, null, false, null, "Năm giờ.", question);
  }

  @Test
  void measuresMetresAndPrintsNothing() {
    var one = new ReportPoint(20.35, 105.24, null);
    assertThat(one.metresTo(new ReportPoint(20.351, 105.24, 5))).isBetween(110, 112);
    assertThat(one.metresTo(one)).isZero();
    assertThat(one.toString() + first() + words("bí mật"))
        .doesNotContain("20.35")
        .doesNotContain("bí mật");
  }
}
