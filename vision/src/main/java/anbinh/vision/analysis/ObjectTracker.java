package anbinh.vision.analysis;

import anbinh.vision.ObjectClass;
import anbinh.vision.detector.Detection;
import anbinh.vision.image.Box;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ListIterator;
import org.jspecify.annotations.Nullable;

/// Follows the vehicles and persons before one camera from look to look, by how much their boxes
/// cover one another.
final class ObjectTracker {
  private static final double MIN_UNION = .1;

  /// Of two vehicles in one look.
  private static final double MAX_UNION = .5;

  /// Where boxes do not touch, how far apart their middles may be, in their own sizes.
  private static final double MAX_DISTANCE = 1;

  private static final double RIDER_OVERLAP = .3;

  /// How far below the middle of its rider a plate may be, as a share of the rider's height.
  private static final double MAX_BELOW = .75;

  private final List<ObjectTrack> tracks = new ArrayList<>();
  private Instant lastLook = Instant.MIN;

  /// @param detections the surest first
  void add(Look look, List<Detection> detections) {
    lastLook = look.time();
    for (Detection detection : detections) {
      if (isRider(detection, detections) || isSeenTwice(detection, detections)) {
        continue;
      }
      ObjectTrack track = match(look.time(), detection);
      if (track == null) {
        tracks.add(new ObjectTrack(look, detection));
      } else {
        track.add(look, detection);
      }
    }
  }

  /// Who rides a motorbike or bicycle passes with it.
  private static boolean isRider(Detection detection, List<Detection> all) {
    return detection.type() == ObjectClass.PERSON
        && all.stream()
            .anyMatch(other ->
                (other.type() == ObjectClass.MOTORBIKE || other.type() == ObjectClass.BICYCLE)
                    && other.box().overlap(detection.box()) > RIDER_OVERLAP);
  }

  /// Nets see a van as a lorry, too; the surer is kept.
  private static boolean isSeenTwice(Detection detection, List<Detection> all) {
    return all.subList(0, all.indexOf(detection)).stream()
        .anyMatch(surer ->
            alike(surer.type(), detection.type())
                && surer.box().union(detection.box()) > MAX_UNION);
  }

  /// Nothing has moved since the last look, so that what it showed is still there.
  void unchanged(Instant time) {
    for (ObjectTrack track : tracks) {
      if (!track.trajectory().to().isBefore(lastLook)) {
        track.trajectory().extend(time);
      }
    }
  }

  /// The smallest vehicle in whose box a plate stands in the look of that time.
  @Nullable ObjectTrack vehicleOf(Box plate, Instant time) {
    return tracks.stream()
        .filter(track -> track.trajectory().to().equals(time))
        .filter(track -> isVehicle(track.lastDetection().type()))
        .filter(track -> holds(track.lastDetection().box(), plate))
        .min(Comparator.comparingDouble(track -> track.lastDetection().box().area()))
        .orElse(null);
  }

  /// The persons in whose box a plate stands in the look of that time, in its lower half or a
  /// little below, as that of a motorbike does of who rides it.
  List<ObjectTrack> personsAt(Box plate, Instant time) {
    return tracks.stream()
        .filter(track -> track.trajectory().to().equals(time))
        .filter(track -> track.lastDetection().type() == ObjectClass.PERSON)
        .filter(track -> isBelow(plate, track.lastDetection().box()))
        .toList();
  }

  private static boolean isBelow(Box plate, Box person) {
    double down = (plate.y() - person.y()) / person.height();
    return down > 0
        && down < MAX_BELOW
        && Math.abs(plate.x() - person.x()) < person.width() / 2
        && plate.width() < person.width();
  }

  private static boolean isVehicle(ObjectClass type) {
    return switch (type) {
      case MOTORBIKE, CAR, VAN, TRUCK, BUS -> true;
      case BICYCLE, PERSON, OTHER -> false;
    };
  }

  private static boolean holds(Box vehicle, Box plate) {
    return Math.abs(vehicle.x() - plate.x()) < vehicle.width() / 2
        && Math.abs(vehicle.y() - plate.y()) < vehicle.height() / 2
        && plate.width() < vehicle.width();
  }

  /// Ends the tracks of what is gone, and gives those that are passes of their own. One that stays
  /// is given once in a while, and followed on.
  List<ObjectTrack> end(Instant now, PlateTracker plates) {
    List<ObjectTrack> ended = new ArrayList<>();
    for (ListIterator<ObjectTrack> each = tracks.listIterator(); each.hasNext(); ) {
      ObjectTrack track = each.next();
      boolean gone = track.trajectory().to().plus(PlateTracker.GONE).isBefore(now);
      boolean stays = track.trajectory().duration().compareTo(PlateTracker.MAX_DURATION) >= 0;
      if ((gone || stays) && track.isPass() && !plates.follows(track)) {
        ended.add(track);
      }
      if (gone) {
        each.remove();
      } else if (stays) {
        each.set(new ObjectTrack(track));
      }
    }
    return ended;
  }

  List<ObjectTrack> endAll() {
    List<ObjectTrack> ended = tracks.stream().filter(ObjectTrack::isPass).toList();
    tracks.clear();
    return ended;
  }

  private @Nullable ObjectTrack match(Instant time, Detection detection) {
    ObjectTrack best = null;
    double least = Double.MAX_VALUE;
    for (ObjectTrack track : tracks) {
      if (track.trajectory().to().isBefore(time)
          && alike(track.lastDetection().type(), detection.type())) {
        Box last = track.lastDetection().box();
        double distance =
            Math.hypot(last.x() - detection.box().x(), last.y() - detection.box().y())
                / Math.sqrt(Math.max(last.area(), detection.box().area()));
        if ((last.union(detection.box()) >= MIN_UNION || distance < MAX_DISTANCE)
            && distance < least) {
          least = distance;
          best = track;
        }
      }
    }
    return best;
  }

  /// Nets take vans, lorries and buses for one another.
  private static boolean alike(ObjectClass one, ObjectClass other) {
    return one == other || (isLarge(one) && isLarge(other)) || (isBike(one) && isBike(other));
  }

  private static boolean isLarge(ObjectClass type) {
    return switch (type) {
      case CAR, VAN, TRUCK, BUS -> true;
      case MOTORBIKE, BICYCLE, PERSON, OTHER -> false;
    };
  }

  private static boolean isBike(ObjectClass type) {
    return type == ObjectClass.MOTORBIKE || type == ObjectClass.BICYCLE;
  }
}
