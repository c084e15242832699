package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.Grant;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one request may ask for, and from where on only a senior approver may grant it.
///
/// The ordinary caps are those of the peers (120 minutes a request), counted over all cameras
/// together, so that ten cameras are not a way around them; the age is that of the British rules on
/// number-plate records.
///
/// @param ordinaryCameras most cameras that an ordinary approver grants in one request
/// @param ordinaryCameraTime most time of all cameras together that an ordinary approver grants
/// @param ordinaryAge footage older than this when it is asked for needs a senior approver
/// @param mostCameras nobody asks for more cameras in one request
/// @param mostCameraTime nobody asks for more time of all cameras together in one request
@ConfigurationProperties("anbinh.evidence.caps")
public record Caps(
    @DefaultValue("10") @Min(1) int ordinaryCameras,
    @DefaultValue("2h") @DurationMin(minutes = 1) Duration ordinaryCameraTime,
    @DefaultValue("90d") @DurationMin(days = 1) Duration ordinaryAge,
    @DefaultValue("30") @Min(1) @Max(100) int mostCameras,
    @DefaultValue("12h") @DurationMin(minutes = 1) Duration mostCameraTime) {

  @AssertTrue(message = "the most that may be asked for must not be below the ordinary caps")
  public boolean isAscending() {
    return mostCameras >= ordinaryCameras && mostCameraTime.compareTo(ordinaryCameraTime) >= 0;
  }

  /// Why only a senior approver may grant this; empty when every approver may.
  ///
  /// @param requestedAt when it was asked for; waiting makes no request a senior officer's
  public List<SeniorReason> seniorReasons(Grant grant, Instant requestedAt) {
    List<SeniorReason> reasons = new ArrayList<>();
    if (grant.cameraIds().size() > ordinaryCameras) {
      reasons.add(SeniorReason.MANY_CAMERAS);
    }
    if (grant.cameraTime().compareTo(ordinaryCameraTime) > 0) {
      reasons.add(SeniorReason.LONG_TIME);
    }
    if (grant.from().isBefore(requestedAt.minus(ordinaryAge))) {
      reasons.add(SeniorReason.OLD_FOOTAGE);
    }
    return reasons;
  }
}
