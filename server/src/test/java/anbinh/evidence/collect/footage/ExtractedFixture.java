package anbinh.evidence.collect.footage;

import anbinh.evidence.collect.footage.ExtractedCamera.CameraClock;
import anbinh.evidence.collect.footage.ExtractedCamera.Clip;
import anbinh.evidence.collect.footage.ExtractedCamera.Clock;
import anbinh.evidence.collect.footage.ExtractedCamera.Given;
import anbinh.evidence.collect.footage.ExtractedCamera.OwnersAnswer;
import anbinh.evidence.collect.footage.ExtractedCamera.Player;
import anbinh.evidence.collect.footage.ExtractedCamera.Source;
import anbinh.evidence.collect.footage.ExtractedCamera.StillFile;
import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.owner.OwnerRequestState;
import anbinh.evidence.upload.UploadKind;
import anbinh.media.record.log.ClockEvidence;
import anbinh.platform.malware.Judgement;
import anbinh.recording.Coverage;
import anbinh.recording.Span;
import anbinh.video.Container;
import anbinh.video.VideoFacts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cameras as they were taken for a package, without any footage.
public final class ExtractedFixture {
  public static final UUID CAMERA = new UUID(6, 1);
  public static final Instant FROM = Instant.parse("2026-11-24T03:00:00.001Z");
  public static final Instant TO = Instant.parse("2026-11-24T03:09:59.999Z");

  private ExtractedFixture() {}

  public static Source source(
      int number,
      ClockEvidence.Source times,
      @Nullable Double uncertainty,
      @Nullable CameraClock camera) {
    return new Source(
        new UUID(9, number),
        FROM,
        TO,
        "%064d".formatted(number),
        null,
        new UUID(5, number),
        new Clock(true, 0, 0, times, uncertainty, 1, camera));
  }

  public static Clip clip(int damaged, Source... sources) {
    return new Clip(
        "clips/CAM-0001_20261124T100000+07.mp4",
        TO.plusSeconds(60),
        TO.plusSeconds(61),
        FROM,
        TO,
        6_000,
        damaged,
        damaged == 0 ? List.of() : List.of(new Span(FROM, FROM.plusMillis(40))),
        10,
        400,
        599_998,
        1_000,
        "ab".repeat(32),
        900,
        "cd".repeat(32),
        "H264",
        "avc1.42C01F",
        1280,
        720,
        List.of(sources));
  }

  public static Given given(
      UploadKind kind,
      @Nullable VideoFacts facts,
      Judgement.@Nullable Result result,
      @Nullable Player player) {
    return new Given(
        "given/CAM-0001_01_a.mp4",
        "<b>a.mp4</b>",
        kind,
        1_000,
        "ab".repeat(32),
        "cd".repeat(64),
        kind == UploadKind.VIDEO ? Container.MP4 : Container.JPEG,
        facts,
        TO,
        result == null ? null : new Judgement(result, "ClamAV 1.4.3", null),
        player);
  }

  @SuppressWarnings(
      "NullAway") // it does not see that a nested type may be null in a compiled record
  public static OwnersAnswer answer(
      OwnerRequestState state,
      @Nullable String reason,
      OwnerRequest.@Nullable RecorderClock clock,
      Given... files) {
    Instant ended = state == OwnerRequestState.OPEN ? null : TO;
    return new OwnersAnswer(state, FROM, TO, ended, reason, clock, List.of(files));
  }

  public static StillFile still(String role) {
    return new StillFile("stills/" + role + ".jpg", role, FROM, 10, "ef".repeat(32));
  }

  public static ExtractedCamera camera(
      @Nullable Clip clip, @Nullable OwnersAnswer owner, Coverage coverage, StillFile... stills) {
    return new ExtractedCamera(
        CAMERA,
        "CAM-0001",
        "Cổng chợ <Bá Thước>",
        false,
        20.35,
        105.24,
        90,
        30,
        CoverageFile.CameraPart.of(
            CAMERA, "CAM-0001", coverage, Map.of(new UUID(2, 1), "Nguyễn Văn 1")),
        clip,
        List.of(stills),
        owner,
        List.of());
  }

  public static Coverage whole() {
    Span asked = new Span(FROM, TO);
    return new Coverage(asked, List.of(asked), List.of(), null, null);
  }

  public static Coverage missing(Coverage.Gap gap) {
    return new Coverage(gap.span(), List.of(), List.of(gap), null, null);
  }
}
