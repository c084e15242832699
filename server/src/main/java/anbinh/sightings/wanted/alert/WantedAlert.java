package anbinh.sightings.wanted.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That a pass fits an entry of the list.
///
/// @param position of the pass in the stream of sightings
/// @param passedAt when the picture was taken from which the plate was read
/// @param reading what the plate was read as
/// @param expiresAt nobody acknowledges it any more from then on
/// @param acknowledgement null while nobody has
record WantedAlert(
    UUID id,
    UUID wantedId,
    long position,
    UUID cameraId,
    UUID areaId,
    Instant passedAt,
    String reading,
    Instant raisedAt,
    Instant expiresAt,
    @Nullable Acknowledgement acknowledgement) {

  /// @param finding null where nothing was found out
  record Acknowledgement(@Nullable WantedFinding finding, UUID by, Instant at) {}

  enum WantedAlertState {
    OPEN,
    ACKNOWLEDGED,
    /// Nobody acknowledged it in time.
    EXPIRED
  }

  WantedAlertState stateAt(Instant now) {
    if (acknowledgement != null) {
      return WantedAlertState.ACKNOWLEDGED;
    }
    return now.isBefore(expiresAt) ? WantedAlertState.OPEN : WantedAlertState.EXPIRED;
  }
}
