package anbinh.sightings;

import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A pass of a white car, of which only what a test is about differs.
public final class SightingFixture {
  public static final UUID CAMERA = new UUID(2, 1);
  public static final UUID AREA = new UUID(0, 10);
  public static final Instant AT = Instant.parse("2026-11-23T02:00:10.500Z");
  public static final String MODEL = "reader 1";

  private SightingFixture() {}

  public static Sighting sighting(UUID areaId, Instant at, List<PlateReading> readings) {
    return new Sighting(
        7,
        CAMERA,
        areaId,
        at,
        at.plusSeconds(2),
        at,
        ObjectClass.CAR,
        Set.of(Colour.WHITE),
        null,
        readings,
        MODEL,
        null,
        null,
        null);
  }

  public static Sighting sighting(PlateReading... readings) {
    return sighting(AREA, AT, List.of(readings));
  }
}
