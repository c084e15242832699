package anbinh.cases.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What leads from a figure of a year to the cases that it counts; null does not narrow.
///
/// @param type its code
/// @param opened when they were opened
/// @param closed when they were closed
/// @param clarified whether only those that were clarified
public record Narrowing(
    @Nullable String type, @Nullable Span opened, @Nullable Span closed, boolean clarified) {

  /// @param to exclusive
  public record Span(Instant from, Instant to) {}
}
