package anbinh.sightings.learning;

import anbinh.platform.OnlyWhenServing;
import anbinh.platform.background.HourlyJob;
import anbinh.sightings.Sighting;
import anbinh.sightings.store.SightingTable;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts the readings of the passes that were stored, each pass once, hourly, and has their costs
/// learned.
@Component
@OnlyWhenServing
class ConfusionCountJob extends HourlyJob {
  private static final int SOME = 20_000;

  private final SightingTable sightings;
  private final ConfusionTable table;
  private final LearnedCosts costs;
  private final TransactionTemplate transactions;

  ConfusionCountJob(
      SightingTable sightings,
      ConfusionTable table,
      LearnedCosts costs,
      TransactionTemplate transactions) {
    super("readings of sightings");
    this.sightings = sightings;
    this.table = table;
    this.costs = costs;
    this.transactions = transactions;
  }

  @Override
  protected int some() {
    Integer counted = transactions.execute(_ -> count());
    if (counted == null || counted == 0) {
      costs.refresh();
      return 0;
    }
    return counted;
  }

  private int count() {
    List<Sighting> next = sightings.listAfter(table.countedPosition(), SOME);
    if (!next.isEmpty()) {
      ConfusionCounter counter = new ConfusionCounter();
      next.forEach(counter::add);
      table.add(counter.counted());
      table.setCountedPosition(next.getLast().position());
    }
    return next.size();
  }
}
