package anbinh.sightings.wanted;

import anbinh.sightings.wanted.WantedVehicle.Decision;
import anbinh.sightings.wanted.WantedVehicle.Paper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// An entry that an investigator asked for, for a week.
public final class WantedFixture {
  public static final Instant REQUESTED_AT = Instant.parse("2026-11-24T02:00:00Z");
  public static final Instant DECIDED_AT = REQUESTED_AT.plusSeconds(600);
  public static final UUID COMMUNE = new UUID(0, 10);
  static final UUID REQUESTER = new UUID(0, 1);
  static final UUID APPROVER = new UUID(0, 2);

  private WantedFixture() {}

  static WantedVehicle requested(String plate, Duration time) {
    return new WantedVehicle(
        new UUID(1, plate.hashCode()),
        "WV-2026-0001",
        plate,
        null,
        null,
        new Paper("12/CV-CAX", LocalDate.of(2026, 11, 23), "Công an xã"),
        null,
        COMMUNE,
        "Xe gây tai nạn rồi bỏ chạy ở chợ",
        REQUESTER,
        REQUESTED_AT,
        REQUESTED_AT.plus(time),
        WantedState.REQUESTED,
        null,
        null);
  }

  static Decision decision(Instant at) {
    return new Decision("Văn bản đúng thẩm quyền, còn hạn", APPROVER, at);
  }

  /// Approved ten minutes after it was asked for.
  public static WantedVehicle active(String plate) {
    return LifeCycle.approve(requested(plate, Duration.ofDays(7)), decision(DECIDED_AT));
  }
}
