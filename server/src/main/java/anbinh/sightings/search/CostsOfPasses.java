package anbinh.sightings.search;

import anbinh.sightings.dictionary.Alignment;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.OwnCosts;
import anbinh.sightings.search.PassSearch.Candidate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/// What the plates of one search cost by their readers. Each is computed when a pass first has it,
/// since few of all pairs come up. For one thread.
final class CostsOfPasses implements OwnCosts {
  private final PlatePattern pattern;
  private final ReaderCosts costs;
  private final Map<Long, Candidate> candidates;
  private final int sought;

  private final Map<Long, Integer> least = new HashMap<>();

  /// By the costs of a reader, which many readers may share, then by plate.
  private final Map<ReadingCosts, Map<Long, Integer>> known = new IdentityHashMap<>();

  /// @param candidates by plate
  /// @param sought how often the very plate was read that is sought
  CostsOfPasses(
      PlatePattern pattern, ReaderCosts costs, Map<Long, Candidate> candidates, int sought) {
    this.pattern = pattern;
    this.costs = costs;
    this.candidates = candidates;
    this.sought = sought;
    candidates.keySet().forEach(plate -> least.put(plate, cost(plate, costs.lowest())));
  }

  /// What each plate costs whatever read it, at least.
  Map<Long, Integer> least() {
    return least;
  }

  @Override
  public int of(long plate, String model, String camera) {
    ReadingCosts own = costs.of(model, camera);
    return known
        .computeIfAbsent(own, _ -> new HashMap<>())
        .computeIfAbsent(plate, _ -> Math.max(least.getOrDefault(plate, 0), cost(plate, own)));
  }

  private int cost(long plate, ReadingCosts own) {
    Candidate candidate = Objects.requireNonNull(candidates.get(plate));
    if (candidate.cost() == 0) {
      return 0; // nothing was misread
    }
    int cost = Alignment.cost(pattern, plate, own);
    return cost + RarityPrior.cost(candidate.count(), cost, sought);
  }
}
