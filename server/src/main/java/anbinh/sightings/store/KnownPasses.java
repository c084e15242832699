package anbinh.sightings.store;

import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is stored of a camera, by which a pass that is told again is known, whoever read it: one at
/// overlapping times whose surest text is the same. What has no text is known by its key alone,
/// since two may pass at the same time.
final class KnownPasses {
  private final List<Sighting> stored;

  KnownPasses(List<Sighting> stored) {
    this.stored = stored;
  }

  boolean has(NewSighting told) {
    Optional<String> text = surest(told.readings());
    return text.isPresent()
        && stored.stream()
            .anyMatch(each ->
                !each.fromAt().isAfter(told.toAt())
                    && !each.toAt().isBefore(told.fromAt())
                    && surest(each.readings()).equals(text));
  }

  private static Optional<String> surest(List<PlateReading> readings) {
    return readings.stream()
        .max(Comparator.comparingDouble(PlateReading::confidence))
        .map(PlateReading::text);
  }
}
