package anbinh.evidence.collect.footage;

import anbinh.recording.Coverage;
import anbinh.recording.Span;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The file `coverage.json`: for each granted connected camera what is recorded of the granted
/// time, and why the rest is not.
public record CoverageFile(String format, Instant from, Instant to, List<CameraPart> cameras) {
  public static final String FORMAT = "anbinh.coverage/1";

  /// How all JSON of a package is written: indented, in the order of the record's components.
  public static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public CoverageFile {
    cameras = List.copyOf(cameras);
  }

  /// @param recorded in order, never abutting
  /// @param gaps in order; time before the camera's first recording is in none
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

    public static CameraPart of(UUID cameraId, String code, Span asked, Coverage coverage) {
      return new CameraPart(
          cameraId,
          code,
          coverage.recorded(),
          coverage.gaps().stream()
              .map(
                  gap -> new GapPart(gap.span().from(), gap.span().to(), gap.cause(), gap.detail()))
              .toList(),
          coverage.recordedLength().toMillis(),
          asked.length().toMillis());
    }
  }

  /// @param cause a code of the recorder, such as `UNREACHABLE`
  public record GapPart(Instant from, Instant to, String cause, String detail) {}

  public static CoverageFile read(String json) {
    return JSON.readValue(json, CoverageFile.class);
  }

  public String write() {
    return JSON.writeValueAsString(this) + "\n";
  }
}
