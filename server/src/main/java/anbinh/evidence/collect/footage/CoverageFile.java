package anbinh.evidence.collect.footage;

import anbinh.recording.Coverage;
import anbinh.recording.Span;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file `coverage.json`: for each granted camera what is recorded of the granted time, and why
/// the rest is not. Of a camera of the community all is a gap: what its owner gave says itself what
/// it covers.
public record CoverageFile(String format, Instant from, Instant to, List<CameraPart> cameras) {
  public static final String FORMAT = "anbinh.coverage/1";

  /// How all JSON of a package is written: indented, in the order of the record's components.
  public static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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

    /// @param names of those who switched recording off
    public static CameraPart of(
        UUID cameraId, String code, Coverage coverage, Map<UUID, String> names) {
      return new CameraPart(
          cameraId,
          code,
          coverage.recorded(),
          coverage.gaps().stream().map(gap -> GapPart.of(gap, names)).toList(),
          coverage.recordedLength().toMillis(),
          coverage.asked().length().toMillis());
    }
  }

  /// @param cause a code of the recorder, such as `UNREACHABLE`, or a [anbinh.recording.GapCause]
  /// @param switched who switched recording off and when; absent for other causes
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GapPart(
      Instant from, Instant to, String cause, String detail, @Nullable SwitchedPart switched) {
    static GapPart of(Coverage.Gap gap, Map<UUID, String> names) {
      Coverage.Switched act = gap.switched();
      return new GapPart(
          gap.span().from(),
          gap.span().to(),
          gap.cause(),
          gap.detail(),
          act == null
              ? null
              : new SwitchedPart(
                  act.at(), act.by(), act.by() == null ? null : names.get(act.by())));
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
    return JSON.readValue(json, CoverageFile.class);
  }

  public String write() {
    return JSON.writeValueAsString(this) + "\n";
  }
}
