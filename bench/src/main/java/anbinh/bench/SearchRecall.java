package anbinh.bench;

import anbinh.sightings.dictionary.PlateCode;
import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.dictionary.PlatePattern;
import anbinh.sightings.dictionary.ReaderCosts;
import anbinh.sightings.dictionary.ReadingCosts;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.search.PassSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/// How often a vehicle that passed once is among the first hits of a search for its plate, though
/// the plate was misread; by our search, and by the rules of other programs on the same passes.
final class SearchRecall {
  private static final int MAX_COST = 30;
  private static final int FIRST = 3;
  private static final int MAX_DIFFERENT = 2;

  /// Frigate 0.17 finds stored texts that are the same, or fit a pattern that the user writes; here
  /// the user writes eight of them, with `?` for one character after the other. The latest is
  /// first.
  private static final Rules FRIGATE_EXACT = new Rules("frigate, exact", 0, _ -> 0);

  /// Genetec AutoVu accepts characters that look alike, one by default, and up to two differences.
  /// Of our costs, a character that looks alike is 10 and a difference 20.
  private static final Rules GENETEC = new Rules("genetec, 1 alike", 10, _ -> 0);

  private static final Rules GENETEC_WIDEST =
      new Rules(
          "genetec, 1 alike, 2 different",
          50,
          cost -> 10 * Math.max(0, Math.ceilDiv(cost - 10, 20)));

  /// @param max what a reading may cost by our costs
  /// @param rank of a cost among others
  private record Rules(String name, int max, IntUnaryOperator rank) {
    Map<Long, Integer> plates(PlateDictionary dictionary, String plate) {
      Map<Long, Integer> plates = new HashMap<>();
      dictionary.search(
          PlatePattern.of(plate),
          ReadingCosts.DEFAULT,
          max,
          (each, _, cost) -> {
            // A line of its own is read by us alone.
            if (Math.abs(PlateCode.text(each).length() - plate.length()) <= MAX_DIFFERENT) {
              plates.put(each, rank.applyAsInt(cost));
            }
          });
      return plates;
    }
  }

  /// Counts at which place the right hit came.
  private static final class Places {
    private int asked;
    private int first;
    private int found;

    /// @param place from 0, below it where there is none
    void add(int place) {
      asked++;
      first += place >= 0 && place < FIRST ? 1 : 0;
      found += place >= 0 ? 1 : 0;
    }

    double firstPercent() {
      return 100.0 * first / asked;
    }

    double foundPercent() {
      return 100.0 * found / asked;
    }

    void print(String name) {
      System.out.printf(
          Locale.ROOT,
          "%-40s %5d searches, among the first 3 in %5.1f %%, 50 in %5.1f %%%n",
          name,
          asked,
          firstPercent(),
          foundPercent());
    }
  }

  private final SyntheticPasses passes;
  private final PlateDictionary dictionary;
  private final PassIndex index;
  private final PassSearch search;

  SearchRecall(
      SyntheticPasses passes, PlateDictionary dictionary, PassIndex index, PassSearch search) {
    this.passes = passes;
    this.dictionary = dictionary;
    this.index = index;
    this.search = search;
  }

  /// @param from the first of the probes that are sought
  List<Result> measure(String name, int from, int to, boolean rivals) throws IOException {
    Places plate = new Places();
    Places attributes = new Places();
    Map<Rules, Places> others = new HashMap<>();
    Places wildcards = new Places();
    for (int i = from; i < to; i++) {
      SyntheticPasses.Vehicle vehicle = passes.probes().get(i).vehicle();
      long position = passes.position(i);
      String text = PlateCode.text(vehicle.plate());
      PlatePattern pattern = PlatePattern.of(text);
      plate.add(place(search.search(pattern, ReaderCosts.DEFAULT, MAX_COST, any()), position));
      attributes.add(
          place(search.search(pattern, ReaderCosts.DEFAULT, MAX_COST, like(vehicle)), position));
      if (rivals) {
        for (Rules rules : List.of(FRIGATE_EXACT, GENETEC, GENETEC_WIDEST)) {
          others
              .computeIfAbsent(rules, _ -> new Places())
              .add(place(index.search(any().of(rules.plates(dictionary, text))), position));
        }
        wildcards.add(place(index.search(any().of(wildcards(text))), position));
      }
    }
    plate.print(name + ", ours");
    attributes.print(name + ", ours with type and colour");
    others.forEach((rules, places) -> places.print(name + ", " + rules.name()));
    if (rivals) {
      wildcards.print(name + ", frigate, ? for each");
    }
    return List.of(
        Result.absolute(
            "search-" + name + "-first-3-percent", plate.firstPercent(), Double.NaN, 85, false),
        Result.absolute(
            "search-" + name + "-first-50-percent", plate.foundPercent(), Double.NaN, 98, false));
  }

  private Map<Long, Integer> wildcards(String text) {
    Map<Long, Integer> plates = new HashMap<>();
    for (int at = 0; at < text.length(); at++) {
      dictionary.search(
          PlatePattern.of(text.substring(0, at) + "?" + text.substring(at + 1)),
          ReadingCosts.DEFAULT,
          0,
          (plate, _, _) -> plates.put(plate, 0));
    }
    return plates;
  }

  /// Vehicles that were read right, of whose plates the witness remembers a digit wrongly.
  void misremembered(SplittableRandom random, int searches) throws IOException {
    Places plate = new Places();
    Places attributes = new Places();
    for (int i = 0; i < searches; i++) {
      SyntheticPasses.Vehicle vehicle = passes.any(random);
      Set<Long> right = new HashSet<>();
      for (Hit hit : index.search(any(1_000).of(Map.of(vehicle.plate(), 0)))) {
        right.add(hit.position());
      }
      StringBuilder wrong = new StringBuilder(PlateCode.text(vehicle.plate()));
      int at = wrong.length() - 1 - random.nextInt(5);
      wrong.setCharAt(at, (char) ('0' + (wrong.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
      PlatePattern pattern = PlatePattern.of(wrong.toString());
      plate.add(place(search.search(pattern, ReaderCosts.DEFAULT, MAX_COST, any()), right));
      attributes.add(
          place(search.search(pattern, ReaderCosts.DEFAULT, MAX_COST, like(vehicle)), right));
    }
    plate.print("misremembered, ours");
    attributes.print("misremembered, ours with type and colour");
  }

  private static int place(List<Hit> hits, long position) {
    return place(hits, Set.of(position));
  }

  private static int place(List<Hit> hits, Set<Long> positions) {
    List<Long> found = new ArrayList<>();
    hits.forEach(hit -> found.add(hit.position()));
    for (int i = 0; i < found.size(); i++) {
      if (positions.contains(found.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static PassQuery any() {
    return any(SearchQuestion.LIMIT);
  }

  private static PassQuery any(int limit) {
    return new PassQuery(
        null,
        Set.of("province"),
        SyntheticPasses.BEGIN,
        SyntheticPasses.BEGIN + SyntheticPasses.LENGTH + 1,
        Set.of(),
        Set.of(),
        null,
        false,
        null,
        limit);
  }

  private static PassQuery like(SyntheticPasses.Vehicle vehicle) {
    PassQuery any = any();
    return new PassQuery(
        null,
        any.places(),
        any.from(),
        any.to(),
        Set.of(vehicle.type()),
        Set.of(vehicle.colour()),
        null,
        false,
        null,
        any.limit());
  }
}
