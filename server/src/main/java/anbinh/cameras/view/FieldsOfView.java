package anbinh.cameras.view;

import anbinh.cameras.Camera;
import anbinh.cameras.Sector;
import anbinh.cameras.SeenFrom;
import anbinh.cameras.SeenFrom.Assumed;
import anbinh.identity.AreaScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Which cameras of the register see a place. Retired cameras and those whose owners withdrew are
/// left out. Safe for many threads.
@Component
@NamedInterface("services")
public class FieldsOfView {
  /// A place counts as seen when it lies no farther from what a camera sees: both are marked on
  /// maps or by telephones, which are right to about so much.
  public static final int TOLERANCE_METRES = 15;

  private static final int ALL_ROUND = 360;

  private final ViewTable table;

  FieldsOfView(ViewTable table) {
    this.table = table;
  }

  /// In no particular order.
  ///
  /// @param latitude WGS 84, degrees
  /// @param longitude WGS 84, degrees
  public List<SeenFrom> of(double latitude, double longitude, AreaScope scope) {
    List<SeenFrom> seen = new ArrayList<>();
    for (Camera camera : table.near(latitude, longitude, TOLERANCE_METRES, scope)) {
      Camera.Place place = camera.findPlace().orElseThrow();
      Sector sector = sector(place);
      Sector.Sight sight = sector.sight(latitude, longitude);
      if (sight.metresOutside() <= TOLERANCE_METRES) {
        seen.add(new SeenFrom(camera, sector, sight, assumed(place)));
      }
    }
    return seen;
  }

  /// What a camera at a place sees, with what is not known of it assumed: too much rather than too
  /// little.
  public static Sector sector(Camera.Place place) {
    Integer direction = place.directionDegrees();
    Integer angle = place.angleDegrees();
    Integer range = place.rangeMetres();
    int known = angle == null ? Camera.Place.ASSUMED_ANGLE_DEGREES : angle;
    return new Sector(
        place.latitude(),
        place.longitude(),
        direction == null ? 0 : direction,
        direction == null ? ALL_ROUND : known,
        range == null ? Camera.Place.ASSUMED_RANGE_METRES : range);
  }

  private static EnumSet<Assumed> assumed(Camera.Place place) {
    EnumSet<Assumed> assumed = EnumSet.noneOf(Assumed.class);
    Integer angle = place.angleDegrees();
    boolean allRound = angle != null && angle == ALL_ROUND;
    if (place.directionDegrees() == null && !allRound) {
      assumed.add(Assumed.DIRECTION);
    } else if (angle == null) {
      assumed.add(Assumed.ANGLE);
    }
    if (place.rangeMetres() == null) {
      assumed.add(Assumed.RANGE);
    }
    return assumed;
  }
}
