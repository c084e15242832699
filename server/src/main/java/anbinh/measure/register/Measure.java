package anbinh.measure.register;

import anbinh.measure.kind.MeasureKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A measure, without anything that says whom it is about.
///
/// @param code what people call it, for example `BP-2026-483920`
/// @param span from its start to the last day on which it may be read
/// @param waiting what waits for the chair once it is confirmed; null for nothing
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
    @Nullable Waiting waiting,
    int version,
    UUID keeperId,
    Recorded recorded,
    @Nullable Recorded confirmed,
    @Nullable LocalDate nextOn,
    @Nullable Instant erasedAt) {
  /// @param longest the last day that the law, or the settings, let it end
  public record Span(LocalDate from, LocalDate until, LocalDate longest) {}

  public record Recorded(UUID by, Instant at) {}

  /// Another paper, which moves the end date.
  ///
  /// @param endsOn the last day by that paper; null where it makes the measure longer
  public record Waiting(Instant since, @Nullable LocalDate endsOn) {}

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
    return isOpen(today) && (state == MeasureState.WAITING || waiting != null);
  }

  /// Whether it is over by a paper on which the chair has not looked yet: nobody helps any more.
  boolean isOverByPaper(LocalDate today) {
    LocalDate last = waiting == null ? null : waiting.endsOn();
    return last != null && last.isBefore(today);
  }

  Measure changed(MeasureState next, LocalDate until, @Nullable Waiting then) {
    return with(next, new Span(span.from(), until, span.longest()), then, confirmed);
  }

  Measure confirmed(Recorded by) {
    return with(MeasureState.IN_FORCE, span, null, by);
  }

  private Measure with(
      MeasureState next, Span when, @Nullable Waiting then, @Nullable Recorded by) {
    return new Measure(
        id, code, kind, communeId, minor, next, when, then, version, keeperId, recorded, by, nextOn,
        erasedAt);
  }
}
