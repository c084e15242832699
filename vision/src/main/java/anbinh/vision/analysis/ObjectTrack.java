package anbinh.vision.analysis;

import anbinh.vision.ObjectClass;
import anbinh.vision.detector.Detection;
import anbinh.vision.image.Box;
import java.util.EnumMap;
import java.util.Map;

/// One vehicle or person as a detector saw it in one look after the other.
final class ObjectTrack {
  private final Map<ObjectClass, Double> scores = new EnumMap<>(ObjectClass.class);
  private final Trajectory trajectory;
  private Detection last;
  private Snapshot snapshot;
  private int size;
  private boolean plated;

  ObjectTrack(Look look, Detection detection) {
    trajectory = new Trajectory(look.time(), detection.box(), size(detection.box()));
    last = detection;
    snapshot = Snapshot.of(look, detection, quality(detection));
    vote(detection);
  }

  /// Continues a track of something that stays, which has become too long.
  ObjectTrack(ObjectTrack before) {
    last = before.last;
    trajectory = new Trajectory(before.trajectory.to(), last.box(), size(last.box()));
    snapshot = before.snapshot;
    vote(last);
  }

  void add(Look look, Detection detection) {
    trajectory.add(look.time(), detection.box(), size(detection.box()));
    last = detection;
    if (quality(detection) > snapshot.score()) {
      snapshot = Snapshot.of(look, detection, quality(detection));
    }
    vote(detection);
  }

  private void vote(Detection detection) {
    size++;
    scores.merge(detection.type(), detection.score(), Double::sum);
  }

  private static double size(Box box) {
    return Math.sqrt(box.area());
  }

  private static double quality(Detection detection) {
    return detection.score() * size(detection.box());
  }

  Trajectory trajectory() {
    return trajectory;
  }

  Detection lastDetection() {
    return last;
  }

  /// The number of its looks.
  int size() {
    return size;
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /// The class for which most sure looks are.
  ObjectClass type() {
    return scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /// Its pass is told with the plate.
  void setPlated() {
    plated = true;
  }

  /// Whether it is a pass of its own: it has moved, and is not told of with its plate.
  boolean isPass() {
    return !plated && trajectory.hasMoved();
  }
}
