package anbinh.community.measure.register;

import anbinh.community.measure.kind.MeasureKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A measure, without anything that says whom it is about.
///
/// @param code what people call it, for example `BP-2026-483920`
/// @param span from its start to the last day on which it may be read
/// @param waits whether an extension waits for the chair
/// @param version how often it was changed
/// @param nextOn the day of the next task
public record Measure(
    UUID id,
    String code,
    MeasureKind kind,
    UUID communeId,
    boolean minor,
    MeasureState state,
    Span span,
    boolean waits,
    int version,
    UUID keeperId,
    Recorded recorded,
    @Nullable Recorded confirmed,
    @Nullable LocalDate nextOn,
    @Nullable Instant erasedAt) {
  /// @param longest the last day that the law, or the settings, let it end
  public record Span(LocalDate from, LocalDate until, LocalDate longest) {}

  public record Recorded(UUID by, Instant at) {}

  /// Whether its end date is over, be it that no clock has noted that yet.
  public boolean isSealed(LocalDate today) {
    return state == MeasureState.SEALED || span.until().isBefore(today);
  }

  /// Whether its content may be read at all.
  public boolean isOpen(LocalDate today) {
    return erasedAt == null
        && !isSealed(today)
        && (state == MeasureState.WAITING || state.confirmed());
  }

  /// Whether the chair is asked something.
  boolean asksChair(LocalDate today) {
    return isOpen(today) && (state == MeasureState.WAITING || waits);
  }

  Measure changed(MeasureState next, LocalDate until, boolean waiting) {
    return with(next, new Span(span.from(), until, span.longest()), waiting, keeperId, confirmed);
  }

  Measure confirmed(Recorded by) {
    return with(MeasureState.IN_FORCE, span, false, keeperId, by);
  }

  Measure keptBy(UUID keeper) {
    return with(state, span, waits, keeper, confirmed);
  }

  private Measure with(
      MeasureState next, Span when, boolean waiting, UUID keeper, @Nullable Recorded by) {
    return new Measure(
        id, code, kind, communeId, minor, next, when, waiting, version, keeper, recorded, by,
        nextOn, erasedAt);
  }
}
