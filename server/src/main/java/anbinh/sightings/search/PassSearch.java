package anbinh.sightings.search;

import anbinh.platform.Problem;
import anbinh.sightings.SightingProblem;
import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.IndexUnavailable;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Searches passes by what is remembered of a plate. Safe for many threads.
public final class PassSearch {
  /// Of more plates than these, the likeliest are looked for.
  private static final int MAX_PLATES = 4_000;

  /// So many plates of a level are looked for, to find examples that may be seen.
  private static final int MAX_TRIED = 30;

  private static final Logger LOG = LoggerFactory.getLogger(PassSearch.class);

  private static final Duration AGAIN_AFTER = Duration.ofSeconds(5);

  private final PlateDictionary dictionary;
  private final PassIndex index;

  public PassSearch(PlateDictionary dictionary, PassIndex index) {
    this.dictionary = dictionary;
    this.index = index;
  }

  PlateDictionary dictionary() {
    return dictionary;
  }

  /// A plate that fits.
  ///
  /// @param count how often it was read
  /// @param cost of its reading
  /// @param rarity what it costs besides that it is read often
  record Candidate(long plate, int count, int cost, int rarity) {
    static final Comparator<Candidate> LIKELIEST =
        Comparator.comparingInt(Candidate::whole).thenComparingLong(Candidate::plate);

    int whole() {
      return cost + rarity;
    }
  }

  /// Searches by all but plates.
  ///
  /// @throws Problem where the index cannot be searched now
  public List<Hit> search(PassQuery query) throws IOException {
    try {
      return index.search(query);
    } catch (IndexUnavailable e) {
      LOG.warn("a search of sightings fails: {}", e.getMessage());
      throw Problem.of(SightingProblem.INDEX_NOT_READY).after(AGAIN_AFTER).because(e);
    }
  }

  /// Finds the passes of plates that any model may have made of the pattern, and ranks each by the
  /// costs of its own reader and camera.
  ///
  /// @param filter whose plates are replaced by those that fit the pattern
  /// @param max what the reading of a plate may cost
  public List<Hit> search(PlatePattern pattern, ReaderCosts costs, int max, PassQuery filter)
      throws IOException {
    int sought = sought(pattern);
    Map<Long, Candidate> kept = likeliest(pattern, costs, max, sought);
    if (!costs.isUniform()) {
      CostsOfPasses own = new CostsOfPasses(pattern, costs, kept, sought);
      return search(filter.of(own.least(), own));
    }
    Map<Long, Integer> plates = new HashMap<>();
    kept.forEach((plate, candidate) -> plates.put(plate, candidate.whole()));
    return search(filter.of(plates));
  }

  /// How often the very plate was read that is sought.
  private int sought(PlatePattern pattern) {
    return pattern.isWhole() ? dictionary.count(pattern.beginning()) : 0;
  }

  private List<Candidate> candidates(
      PlatePattern pattern, ReadingCosts costs, int max, int sought) {
    List<Candidate> found = new ArrayList<>();
    dictionary.search(
        pattern,
        costs,
        max,
        (plate, count, cost) ->
            found.add(new Candidate(plate, count, cost, RarityPrior.cost(count, cost, sought))));
    return found;
  }

  /// Those that are looked for, by plate: whatever would be without what was learned, and of the
  /// others the likeliest, as many as there may be.
  private Map<Long, Candidate> likeliest(
      PlatePattern pattern, ReaderCosts costs, int max, int sought) {
    List<Candidate> found = candidates(pattern, costs.accepting(), max, sought);
    Set<Long> before = new HashSet<>();
    if (!costs.isUniform() && found.size() > MAX_PLATES) {
      List<Candidate> byDefault = candidates(pattern, ReadingCosts.DEFAULT, max, sought);
      int bound = bound(byDefault, 0, max);
      byDefault.stream()
          .filter(each -> each.cost() <= bound)
          .forEach(each -> before.add(each.plate()));
    }
    List<Candidate> others = found.stream().filter(each -> !before.contains(each.plate())).toList();
    int bound = bound(others, before.size(), max);
    Map<Long, Candidate> likeliest = new HashMap<>();
    for (Candidate each : found) {
      if (each.cost() <= bound || before.contains(each.plate())) {
        likeliest.put(each.plate(), each);
      }
    }
    return likeliest;
  }

  /// The greatest cost up to which there are not too many.
  ///
  /// @param before how many there are besides
  private static int bound(List<Candidate> found, int before, int max) {
    int[] counts = new int[max + 1];
    found.forEach(each -> counts[each.cost()]++);
    int bound = 0;
    int kept = before + counts[0];
    while (bound < max && kept + counts[bound + 1] <= MAX_PLATES) {
      kept += counts[++bound];
    }
    return bound;
  }

  /// What a search would accept, in steps of a character that looks alike. Examples are of passes
  /// that the filter lets through, so that nobody learns of a plate by them that he may not see.
  ///
  /// @param max what the reading of a plate may cost
  public List<AcceptanceLevel> accepted(
      PlatePattern pattern, ReaderCosts costs, int max, PassQuery filter) throws IOException {
    List<List<Candidate>> levels = new ArrayList<>();
    for (int level = 0; level <= level(max); level++) {
      levels.add(new ArrayList<>());
    }
    for (Candidate each : candidates(pattern, costs.accepting(), max, sought(pattern))) {
      levels.get(level(each.cost())).add(each);
    }
    List<AcceptanceLevel> accepted = new ArrayList<>();
    for (List<Candidate> level : levels) {
      accepted.add(
          new AcceptanceLevel(
              Math.min(max, accepted.size() * ReadingCosts.LOOK_ALIKE),
              level.size(),
              examples(level, filter)));
    }
    return accepted;
  }

  private static int level(int cost) {
    return Math.ceilDiv(cost, ReadingCosts.LOOK_ALIKE);
  }

  private List<String> examples(List<Candidate> level, PassQuery filter) throws IOException {
    List<String> examples = new ArrayList<>();
    for (Candidate each : level.stream().sorted(Candidate.LIKELIEST).limit(MAX_TRIED).toList()) {
      if (!search(filter.of(Map.of(each.plate(), 0)).first()).isEmpty()) {
        examples.add(PlateCode.text(each.plate()));
        if (examples.size() == AcceptanceLevel.MAX_EXAMPLES) {
          break;
        }
      }
    }
    return examples;
  }
}
