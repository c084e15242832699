package anbinh.programme.effect;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An indicator before and after a programme began, with a comparison, and what must be said of it.
/// It says how numbers changed and never why.
///
/// What is compared are pairs: a quarter of an area after and its counterpart before, both known.
/// Two sums over other villages or other parts of the year would differ without any change.
///
/// @param before of the pairs, as is `after`
/// @param ratio null while too few were counted to give one, or of an area no pair is known
/// @param others of areas without a programme of the kind; null where there are none
/// @param difference by how much more the rate of these areas changed than that of the others, in
///   events for each quarter of an area; null where either has no ratio
record EffectReading(
    Counted before,
    Counted after,
    @Nullable RateRatio ratio,
    @Nullable Others others,
    @Nullable Double difference,
    Set<Caveat> caveats) {
  /// Fewer events in all give no ratio.
  public static final int MIN_EVENTS = 20;

  /// So many quarters of areas must be known to have a longer mean.
  private static final int MIN_EARLIER = 4;

  public EffectReading {
    caveats = Set.copyOf(caveats);
  }

  public record Others(int areas, Counted before, Counted after, @Nullable RateRatio ratio) {}

  /// What is known beside the numbers.
  ///
  /// @param programmesBegan whether other programmes began in the same areas at the time
  /// @param sources how many sources the numbers are from
  /// @param recordsBegan whether records of it began within the time
  public record Circumstances(boolean programmesBegan, int sources, boolean recordsBegan) {}

  /// @param areas that have the programme
  /// @param others that have none of its kind
  /// @param values by area and quarter, where known
  public static EffectReading of(
      Window window,
      Collection<UUID> areas,
      Collection<UUID> others,
      Map<UUID, Map<Quarter, Long>> values,
      Circumstances circumstances) {
    Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
    Pairs own = Pairs.of(window, areas, values);
    Counted before = own.before();
    Counted after = own.after();
    if (window.after().isEmpty()) {
      return new EffectReading(before, after, null, null, null, EnumSet.of(Caveat.TOO_EARLY));
    }
    @Nullable RateRatio ratio = own.areas() < areas.size() ? null : ratio(before, after);
    note(caveats, Caveat.SMALL_NUMBERS, before.sum() + after.sum() < MIN_EVENTS);
    note(caveats, Caveat.INCOMPLETE, before.missing() + after.missing() > 0);
    note(caveats, Caveat.SEASON, !window.wholeYear());
    note(caveats, Caveat.OTHER_PROGRAMMES, circumstances.programmesBegan());
    note(caveats, Caveat.SOURCE_CHANGED, circumstances.sources() > 1);
    note(caveats, Caveat.RECORDS_BEGAN, circumstances.recordsBegan());
    caveats.addAll(history(window, areas, values));
    @Nullable Others beside = others(window, others, values);
    if (beside == null) {
      caveats.add(Caveat.NO_COMPARISON);
      return new EffectReading(before, after, ratio, null, null, caveats);
    }
    note(caveats, Caveat.INCOMPLETE, beside.before().missing() + beside.after().missing() > 0);
    RateRatio theirs = beside.ratio();
    note(caveats, Caveat.LIKE_OTHERS, ratio != null && theirs != null && ratio.meets(theirs));
    return new EffectReading(
        before,
        after,
        ratio,
        beside,
        ratio == null || theirs == null
            ? null
            : difference(before, after, beside.before(), beside.after()),
        caveats);
  }

  private static void note(Set<Caveat> caveats, Caveat caveat, boolean holds) {
    if (holds) {
      caveats.add(caveat);
    }
  }

  /// The ratio of two counts, where there are enough of them.
  public static @Nullable RateRatio ratio(Counted before, Counted after) {
    Optional<RateRatio> found =
        before.sum() + after.sum() < MIN_EVENTS
            ? Optional.empty()
            : RateRatio.of(before.sum(), before.known(), after.sum(), after.known());
    return found.orElse(null);
  }

  /// Compares the rates before with the longer ones area by area, so that it matters to neither of
  /// how many quarters of each is known.
  private static Set<Caveat> history(
      Window window, Collection<UUID> areas, Map<UUID, Map<Quarter, Long>> values) {
    double rates = 0;
    double longer = 0;
    int known = 0;
    for (UUID area : areas) {
      Counted earlier = Counted.of(Set.of(area), window.earlier(), values);
      Double mean = earlier.rate();
      Double rate = Counted.of(Set.of(area), window.before(), values).rate();
      if (rate != null && mean != null) {
        rates += rate;
        longer += mean;
        known += earlier.known();
      }
    }
    if (known < MIN_EARLIER) {
      return EnumSet.of(Caveat.NO_HISTORY);
    }
    return rates > longer ? EnumSet.of(Caveat.REGRESSION_TO_MEAN) : EnumSet.noneOf(Caveat.class);
  }

  /// Only those areas of which a quarter is known both before and after.
  private static @Nullable Others others(
      Window window, Collection<UUID> others, Map<UUID, Map<Quarter, Long>> values) {
    Set<UUID> known = new HashSet<>();
    for (UUID other : others) {
      if (Pairs.of(window, Set.of(other), values).areas() > 0) {
        known.add(other);
      }
    }
    if (known.isEmpty()) {
      return null;
    }
    Pairs pairs = Pairs.of(window, known, values);
    return new Others(
        known.size(), pairs.before(), pairs.after(), ratio(pairs.before(), pairs.after()));
  }

  private static @Nullable Double difference(
      Counted before, Counted after, Counted theirsBefore, Counted theirsAfter) {
    Double first = before.rate();
    Double second = after.rate();
    Double third = theirsBefore.rate();
    Double fourth = theirsAfter.rate();
    return first == null || second == null || third == null || fourth == null
        ? null
        : (second - first) - (fourth - third);
  }
}
