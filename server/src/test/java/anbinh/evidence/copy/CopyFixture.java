package anbinh.evidence.copy;

import anbinh.evidence.request.RequestFixture;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One copy of a video in the package of [RequestFixture], at any point of its way.
final class CopyFixture {
  static final UUID COPY = new UUID(10, 1);
  static final String MASTER = "data/clips/CAM-0001.mp4";
  static final UUID ORDERER = new UUID(2, 1);
  static final UUID REVIEWER = new UUID(2, 2);

  private CopyFixture() {}

  static Redaction covering() {
    return new Redaction(
        Redaction.Mode.COVER,
        Redaction.Fill.SOLID,
        List.of(new Track(true, List.of(new Track.Key(0, new Box(.1, .1, .2, .2))))));
  }

  /// @param covering null for a court copy
  static Copy copy(
      Copy.State state,
      String masterSha256,
      @Nullable Redaction covering,
      boolean keepsSound,
      int attempts,
      Copy.@Nullable Made made) {
    return new Copy(
        COPY,
        RequestFixture.REQUEST,
        1,
        state,
        new Copy.Order(
            covering == null ? Copy.Kind.COURT : Copy.Kind.REDACTED,
            MASTER,
            masterSha256,
            covering == null ? List.of() : List.of(CopyReason.CHILD),
            covering,
            keepsSound,
            "Cho luật sư bào chữa.",
            ORDERER,
            RequestFixture.NOW),
        0,
        attempts,
        made,
        null,
        made == null ? null : new Copy.Review(REVIEWER, RequestFixture.NOW, null),
        null,
        null);
  }

  static Copy.Made made(String sha256) {
    return new Copy.Made(
        RequestFixture.NOW, Copy.Method.ENCODED, 4, sha256, "libav 62", "ffmpeg", null);
  }
}
