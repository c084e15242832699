package anbinh.evidence.collect.footage;

import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.player.PlayerCopy;
import anbinh.evidence.upload.UploadKind;
import anbinh.media.VideoFormat;
import anbinh.media.record.log.ClockEvidence;
import anbinh.platform.malware.Judgement;
import anbinh.recording.Extract;
import anbinh.recording.Span;
import anbinh.seal.mp4.VideoDigest;
import anbinh.video.Container;
import anbinh.video.VideoFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was taken of one granted camera, and all that is known about it; kept in the staging folder
/// until everything is described.
///
/// @param clip null when nothing of the granted time is recorded, and for a community camera
/// @param owner what became of asking the owner of a community camera; null for a connected one
/// @param notes what could not be done, each one English sentence
public record ExtractedCamera(
    UUID cameraId,
    String code,
    String name,
    boolean simulated,
    @Nullable Double latitude,
    @Nullable Double longitude,
    @Nullable Integer directionDegrees,
    int keepDays,
    CoverageFile.CameraPart coverage,
    @Nullable Clip clip,
    List<StillFile> stills,
    @Nullable OwnersAnswer owner,
    List<String> notes) {
  public ExtractedCamera {
    stills = List.copyOf(stills);
    notes = List.copyOf(notes);
  }

  /// What became of asking an owner.
  ///
  /// @param reason what the owner wrote when refusing
  public record OwnersAnswer(
      OwnerRequestState state,
      Instant askedAt,
      Instant openUntil,
      @Nullable Instant endedAt,
      @Nullable String reason,
      OwnerRequest.@Nullable RecorderClock clock,
      List<Given> files) {
    public OwnersAnswer {
      files = List.copyOf(files);
    }

    public static OwnersAnswer of(OwnerRequest ask, List<Given> files) {
      return new OwnersAnswer(
          ask.state(),
          ask.openedAt(),
          ask.openUntil(),
          ask.endedAt(),
          ask.reason(),
          ask.clock(),
          files);
    }
  }

  /// A file as its owner uploaded it, byte for byte.
  ///
  /// @param file path below `data/`
  /// @param originalName as the owner's device calls it
  /// @param facts what libav read in it; null where it could not, and for a picture
  /// @param malware what the malware check said; null where none was made
  /// @param player the copy for looking at; null where there is none, as for a picture
  public record Given(
      String file,
      String originalName,
      UploadKind kind,
      long bytes,
      String sha256,
      String sha512,
      Container container,
      @Nullable VideoFacts facts,
      Instant uploadedAt,
      @Nullable Judgement malware,
      @Nullable Player player) {}

  /// The copy of a given video that every browser plays.
  ///
  /// @param file path below `data/`
  public record Player(String file, PlayerCopy.Made made) {}

  /// What the owner of a community camera gave; nothing for a connected one.
  public List<Given> given() {
    return owner == null ? List.of() : owner.files();
  }

  /// Whether nothing was taken of it.
  public boolean empty() {
    return clip == null && given().isEmpty();
  }

  /// A clip as it was taken and read back.
  ///
  /// @param file path below `data/`
  /// @param frames pictures shown
  /// @param damagedFrames of the pictures shown, those that are damaged
  /// @param damaged when they are, in order
  /// @param hiddenFrames pictures in the file that the edit list hides
  /// @param hiddenPrerollMillis how much time before the granted time the file holds
  /// @param payloadSha256 over the bytes of all pictures in coding order, equal in the clip and in
  ///   the recording
  public record Clip(
      String file,
      Instant startedAt,
      Instant finishedAt,
      Instant firstFrameAt,
      Instant lastFrameAt,
      int frames,
      int damagedFrames,
      List<Span> damaged,
      int hiddenFrames,
      double hiddenPrerollMillis,
      double durationMillis,
      long bytes,
      String sha256,
      long payloadBytes,
      String payloadSha256,
      String codec,
      String codecs,
      int width,
      int height,
      List<Source> sources) {
    public Clip {
      damaged = List.copyOf(damaged);
      sources = List.copyOf(sources);
    }
  }

  /// A still beside a clip.
  ///
  /// @param role `FIRST`, `MIDDLE` or `LAST`
  public record StillFile(String file, String role, Instant frameAt, long bytes, String sha256) {}

  /// A recording segment that a clip was taken from.
  public record Source(
      UUID segmentId,
      Instant from,
      Instant to,
      String sha256,
      @Nullable String previousSha256,
      UUID eventId,
      Clock clock) {
    static Source of(Extract.Source source) {
      return new Source(
          source.segmentId(),
          source.span().from(),
          source.span().to(),
          source.sha256().toHex(),
          source.previousSha256() == null ? null : source.previousSha256().toHex(),
          source.eventId(),
          Clock.of(source.clock()));
    }
  }

  /// What is known about a segment's time.
  ///
  /// @param follows whether its start was carried on from the segment before by the camera's clock
  /// @param source where the times of its pictures come from, a code of the recorder
  /// @param uncertaintyMillis how far they may be off; null where nobody measured it
  /// @param cameraRate at which the camera's timestamps ran; 1 as declared
  /// @param camera the camera's clock against the recorder's; null when the camera does not state
  ///   it
  public record Clock(
      boolean follows,
      double startErrorMillis,
      double stretchMillis,
      ClockEvidence.Source source,
      @Nullable Double uncertaintyMillis,
      double cameraRate,
      @Nullable CameraClock camera) {
    static Clock of(ClockEvidence evidence) {
      return new Clock(
          evidence.follows(),
          millis(evidence.startError()),
          millis(evidence.stretch()),
          evidence.source(),
          evidence.uncertainty().map(ExtractedCamera::millis).orElse(null),
          evidence.rate().ratio(),
          evidence
              .camera()
              .map(offset ->
                  new CameraClock(
                      offset.method().name(),
                      millis(offset.offset()),
                      millis(offset.uncertainty()),
                      offset.reports()))
              .orElse(null));
    }
  }

  /// @param offsetMillis camera's clock minus the recorder's
  public record CameraClock(
      String method, double offsetMillis, double uncertaintyMillis, int reports) {}

  public static Clip clip(
      String file,
      Instant startedAt,
      Instant finishedAt,
      Extract extract,
      VideoDigest.Pictures pictures,
      FileHash written) {
    VideoFormat format = extract.sources().getFirst().format();
    return new Clip(
        file,
        startedAt,
        finishedAt,
        extract.firstFrameAt(),
        extract.lastFrameAt(),
        extract.frames(),
        extract.damage().frames(),
        extract.damage().spans(),
        extract.hiddenFrames(),
        millis(extract.hiddenPreroll()),
        millis(extract.duration()),
        written.bytes(),
        written.sha256(),
        pictures.bytes(),
        pictures.sha256(),
        format.codec().name(),
        format.codecs(),
        format.width(),
        format.height(),
        extract.sources().stream().map(Source::of).toList());
  }

  static double millis(Duration duration) {
    return duration.toNanos() / 1e6;
  }
}
