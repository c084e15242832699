package anbinh.vision.read;

import anbinh.vision.image.Box;
import anbinh.vision.reader.Slots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One plate as it was seen in one picture after the other. Each picture has a vote on the
/// character of each slot, the surer the more; the first has no precedence.
final class PlateTrack {
  /// How far it may seem to move, as a share of its height.
  private static final double STANDING = .15;

  private final List<Sight> sights = new ArrayList<>();

  /// @param slots as read in one picture
  /// @param weight of its vote, which is how sure its own reading was
  private record Sight(double seconds, Box box, Slots slots, String text, double weight) {}

  void add(double seconds, PlateReader.Plate plate) {
    sights.add(new Sight(seconds, plate.box(), plate.slots(), plate.text(), plate.confidence()));
  }

  int size() {
    return sights.size();
  }

  double firstSeconds() {
    return sights.getFirst().seconds();
  }

  double lastSeconds() {
    return sights.getLast().seconds();
  }

  Box lastBox() {
    return sights.getLast().box();
  }

  String lastText() {
    return sights.getLast().text();
  }

  /// Whether all its pictures, and all of another, show it at one place, as what a camera burns
  /// into its pictures is.
  boolean standsWith(PlateTrack other) {
    Box first = sights.getFirst().box();
    return Stream.concat(sights.stream(), other.sights.stream())
        .map(Sight::box)
        .allMatch(box ->
            Math.hypot(box.x() - first.x(), box.y() - first.y()) < STANDING * first.height());
  }

  /// What all sights together say. Those of another length than most would vote for the wrong
  /// slots, and do not vote.
  Slots vote() {
    Map<Integer, Double> lengths = new HashMap<>();
    for (Sight sight : sights) {
      lengths.merge(sight.text().length(), sight.weight(), Double::sum);
    }
    int length =
        lengths.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<Sight> voters = sights.stream().filter(sight -> sight.text().length() == length).toList();
    int count = voters.stream().mapToInt(sight -> sight.slots().count()).max().orElseThrow();
    double weights = voters.stream().mapToDouble(Sight::weight).sum();
    float[][] mean = new float[count][Slots.CLASSES];
    for (Sight sight : voters) {
      float share = (float) (sight.weight() / weights);
      for (int slot = 0; slot < count; slot++) {
        if (slot < sight.slots().count()) {
          for (int i = 0; i < Slots.CLASSES; i++) {
            mean[slot][i] += share * sight.slots().probability(slot, i);
          }
        } else {
          mean[slot][0] += share;
        }
      }
    }
    return new Slots(mean);
  }
}
