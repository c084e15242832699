package anbinh.sightings.onvif;

import anbinh.sightings.onvif.MetadataFrame.SeenObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// The objects that one camera follows at present. One that the camera deletes, or has not told of
/// for some seconds, is a pass. For one thread.
final class FollowedObjects {
  private static final Duration GONE = Duration.ofSeconds(5);

  /// What stands there for longer is told as passes of this length.
  private static final Duration MAX_PASS = Duration.ofHours(12);

  private static final int MAX_OBJECTS = 500;

  private final String camera;
  private final CameraTime time = new CameraTime();
  private final Map<String, FollowedObject> present = new HashMap<>();
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
      FollowedObject before = present.get(seen.id());
      if (before != null && !before.mayBe(seen)) {
        end(seen.id(), over);
        before = null;
      }
      if (before != null) {
        before.add(seen, seenAt);
      } else if (present.size() < MAX_OBJECTS) {
        present.put(seen.id(), new FollowedObject(++begun, seen, seenAt));
      }
    }
    frame.deleted().forEach(id -> end(id, over));
    return over;
  }

  private void end(String id, List<Map<String, Object>> over) {
    FollowedObject ended = present.remove(id);
    if (ended != null) {
      ended.row(camera).ifPresent(over::add);
    }
  }

  /// Rows of what has not been seen for a while, or is there for very long.
  List<Map<String, Object>> over(Instant now) {
    List<Map<String, Object>> over = new ArrayList<>();
    for (Iterator<FollowedObject> all = present.values().iterator(); all.hasNext(); ) {
      FollowedObject each = all.next();
      if (each.to().plus(GONE).isBefore(now) || each.from().plus(MAX_PASS).isBefore(now)) {
        all.remove();
        each.row(camera).ifPresent(over::add);
      }
    }
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
