package anbinh.evidence.collect.footage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The file `segments.json`: which recording segments each clip was taken from, so that anyone can
/// tie the clip to the recording as it was logged when it was made.
///
/// @param logKey the verifier key (C2SP vkey) of the log whose entries are named
public record SegmentsFile(
    String format, String logKey, String explanation, List<ClipSegments> clips) {
  static final String FORMAT = "anbinh.segments/1";
  private static final String EXPLANATION =
      "Each segment file was hashed and its SHA-256 logged when it was closed: see the entry"
          + " logIndex of the log, enclosed with its proof as seal/segments/<logIndex>.json."
          + " previousSha256 chains a camera's segments. payloadSha256 is over the bytes of all"
          + " pictures of the clip in coding order; the same bytes lie in the segments.";

  public SegmentsFile {
    clips = List.copyOf(clips);
  }

  /// @param clip path below `data/`
  public record ClipSegments(
      UUID cameraId, String code, String clip, String payloadSha256, List<Segment> segments) {
    public ClipSegments {
      segments = List.copyOf(segments);
    }
  }

  public record Segment(
      UUID segmentId,
      Instant from,
      Instant to,
      String sha256,
      @Nullable String previousSha256,
      long logIndex) {}

  public static SegmentsFile of(String logKey, List<ClipSegments> clips) {
    return new SegmentsFile(FORMAT, logKey, EXPLANATION, clips);
  }

  /// The entries of the log that are named, in ascending order, each once.
  public List<Long> logIndexes() {
    return clips.stream()
        .flatMap(clip -> clip.segments().stream())
        .map(Segment::logIndex)
        .distinct()
        .sorted()
        .toList();
  }

  public static SegmentsFile read(byte[] json) {
    return PackageJson.MAPPER.readValue(json, SegmentsFile.class);
  }

  public String write() {
    return PackageJson.write(this);
  }
}
