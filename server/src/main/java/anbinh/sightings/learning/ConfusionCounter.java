package anbinh.sightings.learning;

import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.PlateCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the readings of passes, by what read them. The surest reading of a pass stands for what
/// is on the plate, and every other for what its reader made of it. One that the reader itself
/// holds for unlikely is a guess and no misreading. For one thread.
final class ConfusionCounter {
  private static final double LIKELY = .5;

  private final Map<Reader, ConfusionCounts> counted = new HashMap<>();

  void add(Sighting sighting) {
    List<Long> plates =
        sighting.readings().stream()
            .filter(each -> each.confidence() >= LIKELY)
            .map(PlateReading::text)
            .filter(PlateCode::fits)
            .map(PlateCode::of)
            .toList();
    if (!plates.isEmpty()) {
      counted
          .computeIfAbsent(
              new Reader(sighting.model(), sighting.cameraId()), _ -> new ConfusionCounts())
          .addTrack(plates.getFirst(), plates);
    }
  }

  Map<Reader, ConfusionCounts> counted() {
    return counted;
  }
}
