package anbinh.recording.watch;

import anbinh.platform.FieldProblem;
import anbinh.platform.Problem;
import anbinh.recording.RecordingProblem;
import anbinh.recording.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/// Reads `?from=&to=`.
@NamedInterface("services")
public final class SpanParameters {
  private SpanParameters() {}

  /// @param longest what one answer may cover
  public static Span span(Instant from, Instant to, Duration longest) {
    if (!from.isBefore(to)) {
      throw Problem.invalid(List.of(new FieldProblem("to", "after-from")));
    }
    Span span = new Span(from, to);
    if (span.length().compareTo(longest) > 0) {
      throw Problem.of(RecordingProblem.SPAN_TOO_LONG, longest.toMinutes());
    }
    return span;
  }
}
