package anbinh.sightings.wanted.alert;

import anbinh.sightings.PlateReading;
import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Scoring;
import anbinh.sightings.wanted.WantedVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/// Compares passes with entries of the list. A reading fits that is equal, or in which one
/// character looks like the one on the plate; a second or third reading only where it is equal.
/// Kind and colour decide nothing, since cameras err in them: whoever looks at the alert is told.
final class WantedMatcher {
  private static final int MAX_COST = ReadingCosts.LOOK_ALIKE;

  private final List<Entry> entries;
  private final Function<UUID, Set<UUID>> above;

  /// @param above an area and all above it
  WantedMatcher(List<WantedVehicle> active, Function<UUID, Set<UUID>> above) {
    this.entries =
        active.stream().map(each -> new Entry(each, PlatePattern.of(each.plate()))).toList();
    this.above = above;
  }

  private record Entry(WantedVehicle vehicle, PlatePattern pattern) {}

  /// @param reading of the plate that fits, of several the cheapest
  record Match(WantedVehicle vehicle, String reading) {}

  /// The entries that a pass fits.
  List<Match> match(Sighting pass) {
    List<Match> found = new ArrayList<>();
    for (Entry each : entries) {
      WantedVehicle vehicle = each.vehicle();
      if (vehicle.holdsAt(pass.bestAt())) {
        fit(each.pattern(), pass.readings())
            .filter(_ -> above.apply(pass.areaId()).contains(vehicle.areaId()))
            .ifPresent(reading -> found.add(new Match(vehicle, reading)));
      }
    }
    return found;
  }

  private static Optional<String> fit(PlatePattern pattern, List<PlateReading> readings) {
    Optional<String> best = Optional.empty();
    int least = MAX_COST + 1;
    for (int i = 0; i < readings.size(); i++) {
      String text = readings.get(i).text();
      int later = i == 0 ? 0 : Scoring.NEXT_READING;
      if (PlateCode.fits(text)) {
        int cost = later + Alignment.cost(pattern, PlateCode.of(text), ReadingCosts.DEFAULT);
        if (cost < least) {
          least = cost;
          best = Optional.of(text);
        }
      }
    }
    return best;
  }
}
