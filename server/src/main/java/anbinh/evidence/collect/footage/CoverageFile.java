package anbinh.evidence.collect.footage;

import anbinh.recording.Coverage;
import anbinh.recording.Span;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The file `coverage.json`: for each granted camera what is recorded of the granted time, and why
/// the rest is not. Of a camera of the community all is a gap: what its owner gave says itself what
/// it covers.
public record CoverageFile(String format, Instant from, Instant to, List<CameraPart> cameras) {
  public static final String FORMAT = "anbinh.coverage/1";

  public CoverageFile {
    cameras = List.copyOf(cameras);
  }

  /// Recorded time and gaps together are the granted time exactly: [#requireWhole].
  ///
  /// @param recorded in order, never abutting
  /// @param gaps in order
  public record CameraPart(
      UUID cameraId,
      String code,
      List<Span> recorded,
      List<GapPart> gaps,
      long coveredMillis,
      long requestedMillis) {
    public CameraPart {
      recorded = List.copyOf(recorded);
      gaps = List.copyOf(gaps);
    }

    /// In whole milliseconds: a run or a gap that is shorter than the one in which it lies goes.
    ///
    /// @param names of those who switched recording off
    public static CameraPart of(
        UUID cameraId, String code, Coverage coverage, Map<UUID, String> names) {
      List<Span> recorded = recorded(coverage);
      return new CameraPart(
          cameraId,
          code,
          recorded,
          coverage.gaps().stream()
              .filter(gap -> !whole(gap.span()).isEmpty())
              .map(gap -> GapPart.of(gap.over(whole(gap.span())), names))
              .toList(),
          recorded.stream().mapToLong(span -> span.length().toMillis()).sum(),
          whole(coverage.asked()).length().toMillis());
    }

    private static List<Span> recorded(Coverage coverage) {
      List<Span> recorded = new ArrayList<>();
      for (Span run : coverage.recorded()) {
        Span span = whole(run);
        if (!recorded.isEmpty() && recorded.getLast().to().equals(span.from())) {
          span = new Span(recorded.removeLast().from(), span.to());
        }
        if (!span.isEmpty()) {
          recorded.add(span);
        }
      }
      return recorded;
    }

    private static Span whole(Span span) {
      return new Span(
          span.from().truncatedTo(ChronoUnit.MILLIS), span.to().truncatedTo(ChronoUnit.MILLIS));
    }
  }

  /// @param cause a code of the recorder, such as `UNREACHABLE`, or a [anbinh.recording.GapCause]
  /// @param switched who switched recording off and when; absent for other causes
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GapPart(
      Instant from, Instant to, String cause, String detail, @Nullable SwitchedPart switched) {
    static GapPart of(Coverage.Gap gap, Map<UUID, String> names) {
      Coverage.Switched switched = gap.switched();
      return new GapPart(
          gap.span().from(),
          gap.span().to(),
          gap.cause(),
          gap.detail(),
          switched == null
              ? null
              : new SwitchedPart(
                  switched.at(),
                  switched.by(),
                  switched.by() == null ? null : names.get(switched.by())));
    }
  }

  /// @param by absent when the server itself did it
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record SwitchedPart(Instant at, @Nullable UUID by, @Nullable String name) {}

  /// @throws IllegalArgumentException when a camera of the grant is not in it, or its recorded time
  ///   and gaps are not the granted time exactly: such a file is not sealed
  public void requireWhole(Set<UUID> granted) {
    Set<UUID> stated = cameras.stream().map(CameraPart::cameraId).collect(Collectors.toSet());
    if (!stated.equals(granted) || cameras.size() != granted.size()) {
      throw new IllegalArgumentException(
          "The coverage is of the cameras " + stated + " and not of those granted, " + granted);
    }
    var asked = new Span(from, to);
    for (CameraPart camera : cameras) {
      Coverage.requireWhole(
          asked,
          camera.recorded(),
          camera.gaps().stream().map(gap -> new Span(gap.from(), gap.to())).toList());
      Duration recorded =
          camera.recorded().stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
      if (camera.coveredMillis() != recorded.toMillis()
          || camera.requestedMillis() != asked.length().toMillis()) {
        throw new IllegalArgumentException(
            camera.code() + ": the recorded time is not as long as the coverage says");
      }
    }
  }

  public static CoverageFile read(String json) {
    return PackageJson.MAPPER.readValue(json, CoverageFile.class);
  }

  public String write() {
    return PackageJson.write(this);
  }
}
