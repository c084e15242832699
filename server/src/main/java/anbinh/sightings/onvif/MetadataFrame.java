package anbinh.sightings.onvif;

import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a camera says of one picture, or by one notification.
///
/// @param kind of what it is
/// @param utcTime by the camera's clock
/// @param deleted the numbers of objects that are gone
record MetadataFrame(Kind kind, Instant utcTime, List<SeenObject> objects, List<String> deleted) {
  enum Kind {
    PICTURE,
    /// Of something that happened.
    EVENT,
    /// Of how something is. Cameras repeat it when somebody connects
    /// (`PropertyOperation="Initialized"`).
    STATE
  }

  MetadataFrame {
    objects = List.copyOf(objects);
    deleted = List.copyOf(deleted);
  }

  /// An object in one picture.
  ///
  /// @param id its number, or that of the object which it is a part of; empty where a notification
  ///   names none
  /// @param objectClass null where the camera does not say, or it is nothing that is kept
  /// @param plate null where none was read
  /// @param plateLikelihood 0 where the camera does not say
  /// @param place null where the camera does not say
  /// @param direction null where the camera does not say; pictures never do
  record SeenObject(
      String id,
      @Nullable ObjectClass objectClass,
      Set<Colour> colours,
      @Nullable String plate,
      double plateLikelihood,
      @Nullable Place place,
      @Nullable Direction direction) {
    SeenObject {
      colours = Set.copyOf(colours);
    }
  }

  /// The middle of an object in the picture, from -1 to 1, to the right and up.
  record Place(double x, double y) {}
}
