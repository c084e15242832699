package anbinh.measure.kind;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.measure.kind.MeasureRule.Decider;
import anbinh.measure.kind.MeasureRule.Minors;
import anbinh.measure.kind.MeasureRule.Publishing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasureRuleTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @Test
  void theLastToBeginHoldsAndOfThoseTheLastAdded() {
    MeasureRule first = rule(1, DAY, 6, null);
    MeasureRule later = rule(2, DAY.plusMonths(1), 9, null);
    MeasureRule added = rule(3, DAY, 3, Instant.EPOCH);
    List<MeasureRule> all = List.of(added, later, first);
    MeasureKind kind = MeasureKind.COMMUNE_EDUCATION;
    assertThat(MeasureRule.find(all, kind, DAY.minusDays(1))).isEmpty();
    assertThat(MeasureRule.find(all, kind, DAY)).contains(added);
    assertThat(MeasureRule.find(all, kind, DAY.plusMonths(2))).contains(later);
    assertThat(MeasureRule.find(all, MeasureKind.PROBATION, DAY.plusMonths(2))).isEmpty();
  }

  @Test
  void endsAtTheLatestByItsLengthOrTheSettings() {
    assertThat(rule(1, DAY, 6, null).longest(DAY, false, 24)).isEqualTo(DAY.plusMonths(6));
    assertThat(rule(1, DAY, null, null).longest(DAY, false, 24)).isEqualTo(DAY.plusYears(2));
  }

  @Test
  void isAsLongForMinorsAsForAdultsOrByALengthOfTheirOwn() {
    assertThat(rule(1, DAY, 6, null).longest(DAY, true, 24)).isEqualTo(DAY.plusMonths(6));
    assertThat(lengths(24, 12).longest(DAY, true, 24)).isEqualTo(DAY.plusMonths(12));
    assertThat(lengths(24, 12).longest(DAY, false, 24)).isEqualTo(DAY.plusMonths(24));
    assertThat(lengths(null, 12).longest(DAY, true, 24)).isEqualTo(DAY.plusMonths(12));
  }

  @Test
  void isLongerWhereItIsForAdultsOrForMinors() {
    assertThat(lengths(24, 12).isLongerThan(lengths(24, 12), 24)).isFalse();
    assertThat(lengths(24, null).isLongerThan(lengths(24, 12), 24)).isTrue();
    assertThat(lengths(25, 12).isLongerThan(lengths(24, 12), 24)).isTrue();
    assertThat(lengths(25, null).isLongerThan(null, 24)).isTrue();
    assertThat(lengths(null, null).isLongerThan(null, 24)).isFalse();
    assertThat(lengths(null, null).isLongerThan(lengths(6, null), 24)).isTrue();
  }

  @Test
  void takesWhoItIsFor() {
    assertThat(minors(Minors.NONE).takes(true)).isFalse();
    assertThat(minors(Minors.NONE).takes(false)).isTrue();
    assertThat(minors(Minors.ONLY).takes(true)).isTrue();
    assertThat(minors(Minors.ONLY).takes(false)).isFalse();
    assertThat(minors(Minors.POSSIBLE).takes(true)).isTrue();
    assertThat(minors(Minors.POSSIBLE).takes(false)).isTrue();
  }

  private static MeasureRule rule(
      int id, LocalDate from, @Nullable Integer months, @Nullable Instant addedAt) {
    return new MeasureRule(
        new UUID(0, id),
        MeasureKind.COMMUNE_EDUCATION,
        from,
        "Luật",
        Decider.COMMUNE_CHAIR,
        months,
        null,
        Minors.POSSIBLE,
        Publishing.FORBIDDEN,
        false,
        addedAt == null ? null : new UUID(3, 3),
        addedAt);
  }

  private static MeasureRule minors(Minors minors) {
    return new MeasureRule(
        new UUID(0, 1),
        MeasureKind.JUVENILE_COMMUNITY,
        DAY,
        "Luật",
        Decider.COURT,
        null,
        null,
        minors,
        Publishing.FORBIDDEN,
        true,
        null,
        null);
  }

  private static MeasureRule lengths(@Nullable Integer months, @Nullable Integer ofMinors) {
    return new MeasureRule(
        new UUID(0, 1),
        MeasureKind.AFTER_REHABILITATION,
        DAY,
        "Luật",
        Decider.COMMUNE_CHAIR,
        months,
        ofMinors,
        Minors.POSSIBLE,
        Publishing.FORBIDDEN_OF_MINORS,
        false,
        null,
        null);
  }
}
