package anbinh.sightings.learning;

import anbinh.platform.SiteClock;
import anbinh.sightings.Sighting;
import anbinh.sightings.dictionary.ConfusionCounts;
import anbinh.sightings.dictionary.ConfusionCounts.Confusion;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReadingCosts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a misreading costs at this site, as far as that was learned of the model that reads most
/// here. Safe for many threads.
///
/// No cost is above what is known of all readers ([ReadingCosts#DEFAULT]), so that nothing is lost
/// that was found before; and what was counted a few times is taken for chance, so that a few who
/// confirm passes change nothing.
@Component
public class LearnedCosts {
  /// Of fewer characters nothing is learned.
  private static final long MIN_CHARACTERS = 5_000;

  /// A confusion that was counted less often is chance.
  private static final long MIN_COUNT = 10;

  private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

  private final ConfusionTable table;
  private final SiteClock clock;
  private volatile Known known = new Known(ReadingCosts.DEFAULT, Instant.MIN);

  private record Known(ReadingCosts costs, Instant until) {}

  LearnedCosts(ConfusionTable table, SiteClock clock) {
    this.table = table;
    this.clock = clock;
  }

  /// The costs of now, at most ten minutes old.
  public ReadingCosts current() {
    Known last = known;
    Instant now = clock.now();
    if (now.isBefore(last.until())) {
      return last.costs();
    }
    ReadingCosts costs =
        table
            .findUsualModel()
            .map(model -> learned(table.list(model)))
            .orElse(ReadingCosts.DEFAULT);
    known = new Known(costs, now.plus(KNOWN_FOR));
    return costs;
  }

  static ReadingCosts learned(List<Confusion> counted) {
    ConfusionCounts counts = new ConfusionCounts();
    counts.add(counted.stream().filter(each -> each.count() >= MIN_COUNT).toList());
    return counts.standing() < MIN_CHARACTERS
        ? ReadingCosts.DEFAULT
        : ReadingCosts.DEFAULT.learn(counts).orLess(ReadingCosts.DEFAULT);
  }

  /// Learns from what an investigator says of a pass. Nothing is learned where a character of what
  /// was remembered is not known, or no plate was read.
  ///
  /// @param remembered the plate that was searched for
  /// @param confirmed whether the pass is of the vehicle that was searched for
  /// @return whether something was learned
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean learn(PlatePattern remembered, Sighting sighting, boolean confirmed) {
    if (!remembered.isWhole()
        || sighting.readings().isEmpty()
        || !PlateCode.fits(sighting.readings().getFirst().text())) {
      return false;
    }
    ConfusionCounts counts = new ConfusionCounts();
    long reading = PlateCode.of(sighting.readings().getFirst().text());
    if (confirmed) {
      counts.confirm(remembered.beginning(), reading);
    } else {
      counts.reject(remembered.beginning(), reading);
    }
    table.add(Map.of(new Reader(sighting.model(), sighting.cameraId()), counts));
    return true;
  }
}
