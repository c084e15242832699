package anbinh.vision.analysis;

import anbinh.vision.ObjectClass;
import anbinh.vision.detector.Detection;
import anbinh.vision.pass.Classification;
import anbinh.vision.read.PlateReader.Plate;
import anbinh.vision.read.Ranking;
import anbinh.vision.reader.Reading;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One plate as it was seen in one look after the other. Each has a vote on each character; the
/// first has no precedence.
final class PlateTrack {
  /// Of different texts, those whose best look is kept.
  private static final int MAX_SNAPSHOTS = 5;

  private static final int MIN_RIDER_LOOKS = 2;

  private final Trajectory trajectory;
  private final Map<Integer, Ballot> ballots = new HashMap<>();
  private final Map<String, Snapshot> snapshots = new HashMap<>();
  private final Set<ObjectTrack> vehicles = new LinkedHashSet<>();
  private final Map<ObjectTrack, Integer> persons = new HashMap<>();
  private int size;
  private String lastText;

  /// @param on the vehicle that it is on; null where a detector saw none
  PlateTrack(Look look, Plate plate, @Nullable ObjectTrack on) {
    trajectory = new Trajectory(look.time(), plate.box(), rowHeight(plate));
    lastText = plate.text();
    vote(look, plate, on);
  }

  void add(Look look, Plate plate, @Nullable ObjectTrack on) {
    trajectory.add(look.time(), plate.box(), rowHeight(plate));
    lastText = plate.text();
    vote(look, plate, on);
  }

  /// A person stands where the rider would be if it is a motorbike's.
  void addPerson(ObjectTrack person) {
    persons.merge(person, 1, Integer::sum);
  }

  private static double rowHeight(Plate plate) {
    return plate.box().height() / plate.rows();
  }

  private void vote(Look look, Plate plate, @Nullable ObjectTrack on) {
    size++;
    ballots.computeIfAbsent(plate.text().length(), _ -> new Ballot()).add(plate);
    if (on != null) {
      vehicles.add(on);
    }
    Snapshot best = snapshots.get(plate.text());
    if (best == null || plate.confidence() > best.score()) {
      Detection detection = on == null ? null : on.lastDetection();
      snapshots.put(plate.text(), Snapshot.of(look, plate, detection));
      if (snapshots.size() > MAX_SNAPSHOTS) {
        snapshots.values().remove(worst());
      }
    }
  }

  private Snapshot worst() {
    return snapshots.values().stream()
        .min(Comparator.comparingDouble(Snapshot::score))
        .orElseThrow();
  }

  Trajectory trajectory() {
    return trajectory;
  }

  /// The number of its looks.
  int size() {
    return size;
  }

  String lastText() {
    return lastText;
  }

  /// Whether something passes with it: the vehicle that it was seen on, or who rides that.
  boolean carries(ObjectTrack object) {
    return vehicles.contains(object) || isRiddenBy(object);
  }

  /// What passes with it; of one vehicle more than one, where the detector lost it in between.
  List<ObjectTrack> carried() {
    return Stream.concat(vehicles.stream(), persons.keySet().stream().filter(this::isRiddenBy))
        .toList();
  }

  /// Whether a person moves with it in most looks, and it is a motorbike's.
  private boolean isRiddenBy(ObjectTrack person) {
    int looks = persons.getOrDefault(person, 0);
    if (looks < MIN_RIDER_LOOKS || 2 * looks < size || !trajectory.hasMoved()) {
      return false;
    }
    List<Reading> readings = readings();
    Classification is = readings.isEmpty() ? null : classification(readings.getFirst().text());
    return is != null && is.type() == ObjectClass.MOTORBIKE;
  }

  /// @param text that was read of it
  /// @return null where nothing tells
  @Nullable Classification classification(String text) {
    ObjectTrack vehicle = vehicle();
    return VehicleClassifier.of(text, aspect(), vehicle == null ? null : vehicle.type());
  }

  /// That of its vehicles which was seen most; null where a detector saw none.
  @Nullable ObjectTrack vehicle() {
    return vehicles.stream().max(Comparator.comparingInt(ObjectTrack::size)).orElse(null);
  }

  /// What all looks together say, the surest first. Those of another length than most would vote
  /// for the wrong slots, and do not vote. Empty where it can be no plate.
  List<Reading> readings() {
    return Ranking.of(ballot().mean());
  }

  /// Width by height of what is around the text.
  double aspect() {
    return ballot().aspect();
  }

  private Ballot ballot() {
    return ballots.values().stream().max(Comparator.comparingDouble(Ballot::weight)).orElseThrow();
  }

  /// The surest look in which a text was read; where it was read in none, and follows from all of
  /// them together alone, one in which the most similar text was read.
  Snapshot snapshot(String text) {
    return snapshots.entrySet().stream()
        .min(
            Comparator.comparingInt(
                    (Map.Entry<String, Snapshot> each) -> Levenshtein.distance(each.getKey(), text))
                .thenComparingDouble(each -> -each.getValue().score()))
        .orElseThrow()
        .getValue();
  }
}
