package anbinh.sightings.onvif;

import anbinh.vision.Colour;
import anbinh.vision.ObjectClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a camera says of one picture.
///
/// @param utcTime by the camera's clock
/// @param deleted the numbers of objects that are gone
record MetadataFrame(Instant utcTime, List<SeenObject> objects, List<String> deleted) {
  MetadataFrame {
    objects = List.copyOf(objects);
    deleted = List.copyOf(deleted);
  }

  /// An object in one picture.
  ///
  /// @param id its number, or that of the object which it is a part of
  /// @param objectClass null where the camera does not say, or it is nothing that is kept
  /// @param plate null where none was read
  /// @param plateLikelihood 0 where the camera does not say
  /// @param place null where the camera does not say
  record SeenObject(
      String id,
      @Nullable ObjectClass objectClass,
      Set<Colour> colours,
      @Nullable String plate,
      double plateLikelihood,
      @Nullable Place place) {
    SeenObject {
      colours = Set.copyOf(colours);
    }
  }

  /// The middle of an object in the picture, from -1 to 1, to the right and up.
  record Place(double x, double y) {}
}
