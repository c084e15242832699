package anbinh.evidence.location;

import anbinh.cameras.CameraKind;
import anbinh.cameras.Sector;
import anbinh.cases.Point;
import anbinh.cases.Protection;
import anbinh.evidence.request.RequestLink;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a case happened, with the cameras that have to do with it.
///
/// @param point null where it is not known, and of a protected case
/// @param incidents in order of time: those whose place is known and that were not withdrawn
record CaseMap(
    @Nullable Point point,
    List<MapIncident> incidents,
    Protection protection,
    List<MapCamera> cameras) {
  CaseMap {
    incidents = List.copyOf(incidents);
    cameras = List.copyOf(cameras);
  }

  record MapIncident(UUID id, String title, Point point) {}

  /// A camera that was asked for in the case, that sees a place of it, or both.
  ///
  /// @param sector what it sees; null where it is not on the map, and of a protected case, whose
  ///   cameras would tell the place
  /// @param seesPlace whether it sees the place of the case or of one of these incidents
  /// @param extracted whether footage of it is in a sealed package of the case
  /// @param requests of the case that name it, oldest first
  record MapCamera(
      UUID id,
      String code,
      String name,
      CameraKind kind,
      @Nullable Sector sector,
      boolean seesPlace,
      boolean extracted,
      List<RequestLink> requests) {
    MapCamera {
      requests = List.copyOf(requests);
    }
  }
}
