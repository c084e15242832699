package anbinh.cameras.imports;

import anbinh.areas.Area;
import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.ConsentStatement;
import anbinh.cameras.OwnerContact;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.store.StreamAddress;
import org.jspecify.annotations.Nullable;

/// A right row of a list.
///
/// @param stream null for a camera of the community
record ListRow(
    String reference,
    String name,
    Area area,
    CameraKind kind,
    OwnerKind ownerKind,
    int keepDays,
    Camera.@Nullable Place place,
    @Nullable OwnerContact contact,
    ConsentStatement.@Nullable New consent,
    @Nullable StreamAddress stream,
    boolean recording) {
  /// What no two rows and no two cameras have in common.
  String key() {
    return area.id() + " " + reference;
  }

  @Override
  public String toString() {
    return "ListRow[reference=" + reference + "]";
  }
}
