package anbinh.cases.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What leads from a figure of a year to the cases that it counts, or to somebody's own; null does
/// not narrow.
///
/// @param officer who works on them now
/// @param type its code
/// @param opened when they were opened
/// @param closed when they were closed
/// @param clarified whether only those that were clarified
public record Narrowing(
    @Nullable UUID officer,
    @Nullable String type,
    @Nullable Span opened,
    @Nullable Span closed,
    boolean clarified) {

  /// @param to exclusive
  public record Span(Instant from, Instant to) {}
}
