package anbinh.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which parts of a stretch of time are recorded, and why the others are not. Runs and gaps
/// together are the asked span exactly, without holes and without overlaps.
///
/// @param recorded in order, never abutting
/// @param gaps in order
/// @param earliest the camera's first recorded instant still kept; null when it has none
/// @param latest the camera's last recorded instant; null when it has none
public record Coverage(
    Span asked,
    List<Span> recorded,
    List<Gap> gaps,
    @Nullable Instant earliest,
    @Nullable Instant latest) {
  public Coverage {
    recorded = List.copyOf(recorded);
    gaps = List.copyOf(gaps);
    requireWhole(asked, recorded, gaps.stream().map(Gap::span).toList());
  }

  /// Time without a recording.
  ///
  /// @param cause a closed code: of the recorder, such as `UNREACHABLE`, `LOSS`, `DISK_FULL`, or a
  ///   [GapCause]
  /// @param detail one line for a technician, in English
  /// @param switched who switched recording off and when, where that is the cause
  public record Gap(Span span, String cause, String detail, @Nullable Switched switched) {
    public Gap(Span span, String cause, String detail) {
      this(span, cause, detail, null);
    }

    public Gap(Span span, GapCause cause) {
      this(span, cause.name(), "", null);
    }

    /// The same cause for another span.
    public Gap over(Span other) {
      return new Gap(other, cause, detail, switched);
    }

    public boolean is(GapCause one) {
      return cause.equals(one.name());
    }
  }

  /// @param by null when the server itself did it
  public record Switched(Instant at, @Nullable UUID by) {}

  public Duration recordedLength() {
    return recorded.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }

  /// Everybody who switched recording off in it.
  public Set<UUID> switchedBy() {
    return gaps.stream()
        .map(Gap::switched)
        .filter(Objects::nonNull)
        .map(Switched::by)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /// @throws IllegalArgumentException when runs and gaps together are not the asked span exactly
  public static void requireWhole(Span asked, List<Span> recorded, List<Span> gaps) {
    List<Span> parts = new ArrayList<>(recorded);
    parts.addAll(gaps);
    parts.sort(Comparator.comparing(Span::from));
    Instant position = asked.from();
    for (Span part : parts) {
      if (!part.from().equals(position) || part.isEmpty()) {
        throw new IllegalArgumentException(
            "Recorded time and gaps are not the whole of "
                + asked
                + ": after "
                + position
                + " comes "
                + part);
      }
      position = part.to();
    }
    if (!position.equals(asked.to())) {
      throw new IllegalArgumentException(
          "Recorded time and gaps are not the whole of " + asked + ": they end at " + position);
    }
  }
}
