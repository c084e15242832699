package anbinh.programme.effect;

import anbinh.platform.Figure;
import anbinh.programme.Indicator;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An indicator before and after a programme began, as it is read.
///
/// @param counted whether it comes from records here; else numbers were entered
/// @param exact whether small numbers are shown; else one to four are hidden and more is rounded
/// @param windowBefore null while the first quarter after it began is not over, as is the next
/// @param others of areas of the commune without a programme of the kind; null where there are none
/// @param verdict of the exact numbers of its own areas; null where there is too little for a ratio
/// @param difference by how much more the rate changed than that of the others, in events for each
///   quarter of an area
/// @param series by quarter, oldest first, at most 32
/// @param standard of the commune by year, oldest first
record ProgrammeEffectView(
    Indicator indicator,
    boolean counted,
    boolean exact,
    LocalDate launchedOn,
    @Nullable EffectSpan windowBefore,
    @Nullable EffectSpan windowAfter,
    EffectGroup own,
    @Nullable EffectGroup others,
    @Nullable EffectVerdict verdict,
    @Nullable Double difference,
    List<Caveat> caveats,
    List<EffectQuarter> series,
    List<EffectStandard> standard) {
  ProgrammeEffectView {
    caveats = List.copyOf(caveats);
    series = List.copyOf(series);
    standard = List.copyOf(standard);
  }

  /// Whether chance alone may have changed the numbers as they changed.
  enum EffectVerdict {
    FEWER,
    MORE,
    MAY_BE_CHANCE
  }

  record EffectSpan(LocalDate from, LocalDate to, int quarters) {}

  /// @param before in all, in the pairs of quarters of areas that are compared
  /// @param knownBefore of how many quarters of areas a number is known
  /// @param ratio null where there are too few, and for who is shown rounded numbers
  record EffectGroup(
      int areas,
      Figure before,
      Figure after,
      int knownBefore,
      int knownAfter,
      @Nullable EffectRatio ratio) {}

  /// @param value null where there were none before
  /// @param low the lower end of the exact interval of 95 %
  /// @param high the upper end; null where there is none
  record EffectRatio(@Nullable Double value, double low, @Nullable Double high) {}

  /// Where a quarter lies.
  enum Phase {
    EARLIER,
    BEFORE,
    START,
    AFTER,
    LATER
  }

  /// @param own null where nothing is known
  /// @param others the mean of the other areas, rounded to tenths; null where nothing is known
  record EffectQuarter(
      int year, int quarter, Phase phase, @Nullable Figure own, @Nullable Double others) {}

  /// Units of the commune that were decided to meet the standard "safe in security and order".
  record EffectStandard(int year, int met, int units) {}
}
