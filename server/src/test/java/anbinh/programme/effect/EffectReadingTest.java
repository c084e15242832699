package anbinh.programme.effect;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import anbinh.programme.effect.EffectReading.Circumstances;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class EffectReadingTest {
  private static final UUID WITH = UUID.randomUUID();
  private static final UUID WITHOUT = UUID.randomUUID();
  private static final UUID THIRD = UUID.randomUUID();
  private static final Circumstances QUIET = new Circumstances(false, 1, false);
  private static final Window YEAR = Window.of(LocalDate.of(2025, 5, 20), LocalDate.of(2027, 1, 5));

  private final Map<UUID, Map<Quarter, Long>> values = new HashMap<>();

  /// Numbers from the first of the earlier quarters on.
  private void of(UUID area, long... numbers) {
    Map<Quarter, Long> row = new HashMap<>();
    Quarter quarter = YEAR.earlier().getFirst();
    for (long number : numbers) {
      if (number >= 0) {
        row.put(quarter, number);
      }
      quarter = quarter.plus(1);
    }
    values.put(area, row);
  }

  private static long[] rows(long earlier, long before, long start, long after) {
    return LongStream.concat(
            LongStream.concat(
                LongStream.generate(() -> earlier).limit(8),
                LongStream.generate(() -> before).limit(4)),
            LongStream.concat(LongStream.of(start), LongStream.generate(() -> after).limit(4)))
        .toArray();
  }

  private EffectReading read(Set<UUID> others, Circumstances circumstances) {
    return EffectReading.of(YEAR, List.of(WITH), others, values, circumstances);
  }

  @Test
  void setsAFallBesideOthersThatHeld() {
    of(WITH, rows(20, 20, 9, 8));
    of(WITHOUT, rows(20, 20, 20, 20));

    EffectReading reading = read(Set.of(WITHOUT), QUIET);

    assertThat(reading.before()).isEqualTo(new Counted(80, 4, 0));
    assertThat(reading.after()).isEqualTo(new Counted(32, 4, 0));
    assertThat(requireNonNull(reading.ratio()).value()).isEqualTo(0.4, Offset.offset(1e-12));
    assertThat(requireNonNull(reading.others()).areas()).isOne();
    assertThat(reading.difference()).isEqualTo(-12, Offset.offset(1e-12));
    assertThat(reading.caveats()).isEmpty();
  }

  @Test
  void saysThatOthersFellAsWell() {
    of(WITH, rows(20, 20, 9, 12));
    of(WITHOUT, rows(20, 20, 20, 12));

    assertThat(read(Set.of(WITHOUT), QUIET).caveats()).containsExactly(Caveat.LIKE_OTHERS);
  }

  @Test
  void givesNoRatioOfSmallNumbers() {
    of(WITH, rows(2, 3, 1, 1));

    EffectReading reading = read(Set.of(), QUIET);

    assertThat(reading.ratio()).isNull();
    assertThat(reading.caveats()).contains(Caveat.SMALL_NUMBERS, Caveat.NO_COMPARISON);
  }

  @Test
  void givesNoDifferenceWhereEitherHasNoRatio() {
    of(WITH, rows(1, 2, 1, 1));
    of(WITHOUT, rows(20, 20, 20, 20));
    of(THIRD, rows(1, 1, 1, 1));

    assertThat(read(Set.of(WITHOUT), QUIET).difference()).isNull();
    of(WITH, rows(20, 20, 9, 8));
    assertThat(read(Set.of(THIRD), QUIET).difference()).isNull();
  }

  /// One village before and another one after would look like a fall.
  @Test
  void setsNoVillageBesideAnother() {
    of(WITH, rows(20, 20, -1, -1));
    of(THIRD, rows(-1, -1, -1, 1));

    EffectReading reading = EffectReading.of(YEAR, List.of(WITH, THIRD), Set.of(), values, QUIET);

    assertThat(reading.ratio()).isNull();
    assertThat(reading.before()).isEqualTo(new Counted(0, 0, 8));
    assertThat(reading.caveats()).contains(Caveat.INCOMPLETE, Caveat.SMALL_NUMBERS);

    of(WITH, rows(20, 20, 20, 20));
    assertThat(EffectReading.of(YEAR, List.of(WITH, THIRD), Set.of(), values, QUIET).ratio())
        .as("of one village nothing is known before")
        .isNull();
  }

  @Test
  void comparesOnlyQuartersWhoseCounterpartIsKnown() {
    of(WITH, rows(20, 20, 20, 20));
    long[] late = rows(1, -1, 1, 1);
    late[8] = 1;
    of(THIRD, late);
    of(WITHOUT, late);

    EffectReading reading =
        EffectReading.of(YEAR, List.of(WITH, THIRD), Set.of(WITHOUT), values, QUIET);

    assertThat(reading.before()).isEqualTo(new Counted(81, 5, 3));
    assertThat(reading.after()).isEqualTo(new Counted(81, 5, 3));
    assertThat(requireNonNull(reading.ratio()).value()).isEqualTo(1, Offset.offset(1e-12));
    assertThat(requireNonNull(reading.others()).after()).isEqualTo(new Counted(1, 1, 3));
    assertThat(reading.caveats()).contains(Caveat.INCOMPLETE);
  }

  @Test
  void setsSeasonsBesideTheirLikes() {
    long[] numbers = rows(10, 10, 10, 10);
    numbers[8] = 40;
    numbers[16] = -1;
    of(WITH, numbers);

    EffectReading reading = read(Set.of(), QUIET);

    assertThat(reading.before())
        .as("the quarter of many is left out on both sides")
        .isEqualTo(new Counted(30, 3, 1));
    assertThat(requireNonNull(reading.ratio()).value()).isEqualTo(1, Offset.offset(1e-12));
  }

  @Test
  void looksAtWhatIsUsualInEachAreaByItself() {
    of(WITH, rows(20, 20, 20, 20));
    long[] few = rows(1, 1, 1, 1);
    few[0] = few[1] = few[2] = few[3] = few[4] = few[5] = -1;
    of(THIRD, few);

    assertThat(EffectReading.of(YEAR, List.of(THIRD, WITH), Set.of(), values, QUIET).caveats())
        .doesNotContain(Caveat.REGRESSION_TO_MEAN, Caveat.NO_HISTORY);
    few[7] = 20;
    assertThat(EffectReading.of(YEAR, List.of(THIRD, WITH), Set.of(), values, QUIET).caveats())
        .doesNotContain(Caveat.REGRESSION_TO_MEAN);
  }

  @Test
  void saysThatWhatWasUnusualGoesBackByItself() {
    of(WITH, rows(10, 20, 12, 10));
    of(WITHOUT, rows(10, 10, 10, 10));

    assertThat(read(Set.of(WITHOUT), QUIET).caveats()).contains(Caveat.REGRESSION_TO_MEAN);
  }

  @Test
  void saysThatItCannotTellWhatIsUsual() {
    of(WITH, rows(-1, 20, 12, 10));

    assertThat(read(Set.of(), QUIET).caveats())
        .contains(Caveat.NO_HISTORY)
        .doesNotContain(Caveat.REGRESSION_TO_MEAN);
  }

  @Test
  void doesNotTakeWhatNobodyKnowsForNone() {
    long[] numbers = rows(10, 10, 10, 10);
    numbers[9] = -1;
    of(WITH, numbers);
    of(THIRD, -1);

    EffectReading reading = read(Set.of(THIRD), QUIET);

    assertThat(reading.before()).isEqualTo(new Counted(30, 3, 1));
    assertThat(requireNonNull(reading.ratio()).value()).isEqualTo(1, Offset.offset(1e-12));
    assertThat(reading.others()).isNull();
    assertThat(reading.caveats()).contains(Caveat.INCOMPLETE, Caveat.NO_COMPARISON);
  }

  @Test
  void saysWhatElseChangedAtTheTime() {
    of(WITH, rows(10, 10, 10, 10));

    assertThat(read(Set.of(), new Circumstances(true, 2, true)).caveats())
        .contains(Caveat.OTHER_PROGRAMMES, Caveat.SOURCE_CHANGED, Caveat.RECORDS_BEGAN);
  }

  @Test
  void saysThatPartsOfAYearAreNotAlike() {
    of(WITH, rows(10, 10, 10, 10));
    Window half = Window.of(LocalDate.of(2025, 5, 20), LocalDate.of(2026, 1, 2));

    EffectReading reading = EffectReading.of(half, List.of(WITH), Set.of(), values, QUIET);

    assertThat(reading.caveats()).contains(Caveat.SEASON);
    assertThat(reading.before().known()).isEqualTo(2);
  }

  @Test
  void saysNothingTooEarly() {
    of(WITH, rows(10, 10, 10, 10));
    Window early = Window.of(LocalDate.of(2025, 5, 20), LocalDate.of(2025, 8, 2));

    EffectReading reading = EffectReading.of(early, List.of(WITH), Set.of(), values, QUIET);

    assertThat(reading.caveats()).containsExactly(Caveat.TOO_EARLY);
    assertThat(reading.ratio()).isNull();
  }
}
