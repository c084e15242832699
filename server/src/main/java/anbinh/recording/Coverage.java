package anbinh.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which parts of a stretch of time are recorded. Runs and gaps together cover the asked span from
/// the camera's first recording up to now, without holes and without overlaps.
///
/// @param recorded in order, never abutting
/// @param gaps in order; time before the first recording is no gap
/// @param earliest the camera's first recorded instant still kept; null when it has none
/// @param latest the camera's last recorded instant; null when it has none
public record Coverage(
    List<Span> recorded, List<Gap> gaps, @Nullable Instant earliest, @Nullable Instant latest) {
  public Coverage {
    recorded = List.copyOf(recorded);
    gaps = List.copyOf(gaps);
  }

  /// Time without a recording.
  ///
  /// @param cause a closed code, such as `UNREACHABLE`, `LOSS`, `DISK_FULL`, `RESTART`; `UNKNOWN`
  ///   when nothing was noted, `DELETED` when retention removed it
  /// @param detail one line for a technician, in English
  public record Gap(Span span, String cause, String detail) {}

  public Duration recordedLength() {
    return recorded.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
  }
}
