package anbinh.situation.media;

import anbinh.situation.report.SituationMediaKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of a report, announced and perhaps arrived, without its bytes.
///
/// @param keepPosition whether what it says of the place was kept, as its sender asked for
/// @param type of what is kept, such as `image/jpeg`; null until it arrives
/// @param removedBytes what the cleaning took away; null until it arrives
/// @param checked whether it was checked for malware
/// @param withdrawnAt since when its sender does not send it any more
public record SituationMedium(
    UUID id,
    UUID situationId,
    SituationMediaKind kind,
    Instant announcedAt,
    int announcedBytes,
    String announcedSha256,
    boolean keepPosition,
    @Nullable Instant arrivedAt,
    @Nullable String type,
    @Nullable Integer bytes,
    @Nullable String sha256,
    @Nullable Integer removedBytes,
    @Nullable Boolean checked,
    @Nullable Instant withdrawnAt,
    @Nullable Instant erasedAt) {
  /// Whether it is still to come.
  public boolean waits() {
    return arrivedAt == null && withdrawnAt == null && erasedAt == null;
  }
}
