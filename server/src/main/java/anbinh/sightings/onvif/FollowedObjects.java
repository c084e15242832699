package anbinh.sightings.onvif;

import anbinh.sightings.onvif.MetadataFrame.SeenObject;
import anbinh.vision.plate.Plates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The objects that one camera follows at present. One that the camera deletes, or has not told of
/// for some seconds, is a pass. For one thread.
///
/// Many cameras tell of a vehicle in two ways: in their pictures, and by a notification when they
/// have read its plate. A notification that names an object is of that object. One that names none
/// is of the object that has its plate, or had it until some seconds ago, and else a pass of its
/// own, however often it is repeated.
final class FollowedObjects {
  private static final Duration GONE = Duration.ofSeconds(5);

  /// What stands there for longer is told as passes of this length.
  private static final Duration MAX_PASS = Duration.ofHours(12);

  private static final int MAX_OBJECTS = 500;

  /// In the key of a pass.
  private static final int MAX_PLATE = 20;

  private final String camera;
  private final CameraTime time = new CameraTime();

  /// By their numbers, or by [#notified] where only notifications told of them.
  private final Map<String, FollowedObject> present = new HashMap<>();

  /// Plates of passes that are over, and when they were seen last.
  private final Map<String, Instant> passed = new HashMap<>();

  private long begun;

  /// @param camera its code
  FollowedObjects(String camera) {
    this.camera = camera;
  }

  /// @param at when the frame came, by the recorder's clock
  /// @return rows of what is over
  List<Map<String, Object>> add(MetadataFrame frame, Instant at) {
    Instant seenAt = time.of(frame.utcTime(), at);
    List<Map<String, Object>> over = new ArrayList<>();
    for (SeenObject seen : frame.objects()) {
      if (frame.kind() != MetadataFrame.Kind.PICTURE && seen.id().isEmpty()) {
        addNotified(seen, frame.utcTime(), seenAt);
      } else {
        addFollowed(seen, seenAt, over);
      }
    }
    frame.deleted().forEach(id -> end(id, over));
    return over;
  }

  private void addFollowed(SeenObject seen, Instant at, List<Map<String, Object>> over) {
    FollowedObject before = present.get(seen.id());
    if (before != null && !before.mayBe(seen)) {
      end(seen.id(), over);
      before = null;
    }
    if (seen.plate() != null) {
      // A notification may have come before the camera gave the plate to its object.
      FollowedObject notified = present.remove(notified(Plates.normalise(seen.plate())));
      if (notified != null && before == null) {
        present.put(seen.id(), notified);
        before = notified;
      }
    }
    if (before != null) {
      before.add(seen, at);
    } else {
      begin(seen.id(), at.toEpochMilli() + "/" + ++begun, seen, at);
    }
  }

  /// @param utcTime by the camera's clock: what is told again has the same, and so the same key
  private void addNotified(SeenObject seen, Instant utcTime, Instant at) {
    String plate = seen.plate() == null ? "" : Plates.normalise(seen.plate());
    Instant last = passed.get(plate);
    if (last != null && !last.plus(GONE).isBefore(at)) {
      return;
    }
    FollowedObject before =
        present.values().stream().filter(each -> each.hasPlate(plate)).findAny().orElse(null);
    if (before != null) {
      before.add(seen, at);
      return;
    }
    String key =
        "event/"
            + utcTime.toEpochMilli()
            + "/"
            + plate.substring(0, Math.min(plate.length(), MAX_PLATE));
    begin(notified(plate.isEmpty() ? utcTime.toString() : plate), key, seen, at);
  }

  /// No number of a camera has a blank at its beginning.
  private static String notified(String plate) {
    return " " + plate;
  }

  private void begin(String id, String key, SeenObject seen, Instant at) {
    if (present.size() < MAX_OBJECTS) {
      present.put(id, new FollowedObject(key, seen, at));
    }
  }

  private void end(String id, List<Map<String, Object>> over) {
    FollowedObject ended = present.remove(id);
    if (ended != null) {
      end(ended, over);
    }
  }

  private void end(FollowedObject ended, List<Map<String, Object>> over) {
    ended.row(camera).ifPresent(over::add);
    for (String plate : ended.plates()) {
      if (passed.size() < MAX_OBJECTS) {
        passed.put(plate, ended.to());
      }
    }
  }

  /// Rows of what has not been seen for a while, or is there for very long.
  List<Map<String, Object>> over(Instant now) {
    List<Map<String, Object>> over = new ArrayList<>();
    for (Iterator<FollowedObject> all = present.values().iterator(); all.hasNext(); ) {
      FollowedObject each = all.next();
      if (each.to().plus(GONE).isBefore(now) || each.from().plus(MAX_PASS).isBefore(now)) {
        all.remove();
        end(each, over);
      }
    }
    passed.values().removeIf(last -> last.plus(GONE).isBefore(now));
    return over;
  }

  /// Rows of all: nothing is followed any more.
  List<Map<String, Object>> end() {
    List<Map<String, Object>> over = new ArrayList<>();
    present.values().forEach(each -> each.row(camera).ifPresent(over::add));
    present.clear();
    return over;
  }
}
