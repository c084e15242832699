package anbinh.recording.find;

import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether a camera's footage of a span still exists.
///
/// @param available how much of the span there is, or should be
/// @param wholeUntil when the first of it goes; null when the span is not whole any more, or
///   nothing is there
/// @param goneAt when the last of it goes, or went
public record Footage(
    State state, Duration available, @Nullable Instant wholeUntil, @Nullable Instant goneAt) {
  /// Between two segments there may be the length of a picture.
  private static final Duration SLACK = Duration.ofSeconds(1);

  public enum State {
    /// Recorded here, all of it.
    RECORDED,
    PARTLY_RECORDED,
    NOT_RECORDED,
    /// By its keep-time the owner's recorder should still hold all of it; only the owner can tell.
    KEPT,
    PARTLY_KEPT,
    /// The keep-time of the owner's recorder is over.
    OVERWRITTEN
  }

  /// Of a connected camera.
  ///
  /// @param recorded how much of the span is recorded
  static Footage recorded(Duration recorded, Span span, Duration keep) {
    if (recorded.isZero()) {
      return new Footage(State.NOT_RECORDED, Duration.ZERO, null, null);
    }
    boolean whole = recorded.plus(SLACK).compareTo(span.length()) >= 0;
    return new Footage(
        whole ? State.RECORDED : State.PARTLY_RECORDED,
        recorded,
        whole ? span.from().plus(keep) : null,
        span.to().plus(keep));
  }

  /// Of a camera of the community.
  static Footage kept(Span span, Duration keep, Instant now) {
    Instant goneAt = span.to().plus(keep);
    Instant oldest = now.minus(keep);
    if (!oldest.isBefore(span.to())) {
      return new Footage(State.OVERWRITTEN, Duration.ZERO, null, goneAt);
    }
    if (oldest.isAfter(span.from())) {
      return new Footage(State.PARTLY_KEPT, Duration.between(oldest, span.to()), null, goneAt);
    }
    return new Footage(State.KEPT, span.length(), span.from().plus(keep), goneAt);
  }
}
