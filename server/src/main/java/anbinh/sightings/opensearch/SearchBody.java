package anbinh.sightings.opensearch;

import anbinh.sightings.index.Hit;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.Scoring;
import anbinh.vision.Colour;
import anbinh.vision.Direction;
import anbinh.vision.ObjectClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A search in OpenSearch's words. Each part of what a pass may cost is a choice of groups with one
/// score each: the most that the part may cost, less what the group costs. So the sum of the scores
/// is a [#ceiling] less the cost, and what is cheapest comes first. All are small whole numbers,
/// which a score keeps exactly.
///
/// It knows the least that a plate costs. What it costs by its reader is computed of what was
/// found.
final class SearchBody {
  /// OpenSearch takes no more terms in one clause (`index.max_terms_count`).
  private static final int MAX_TERMS = 65_536;

  private final PassQuery query;
  private final List<Object> filters = new ArrayList<>();
  private final List<Object> plateScores = new ArrayList<>();
  private final List<Object> attributeScores = new ArrayList<>();

  /// The score of a pass that costs nothing.
  private int ceiling;

  SearchBody(PassQuery query) {
    this.query = query;
    filters.add(
        Map.of("range", Map.of(PassDocument.TIME, Map.of("gte", query.from(), "lt", query.to()))));
    if (query.places() != null) {
      filters.add(terms(PassDocument.PLACES, query.places()));
    }
    plates();
    attribute(PassDocument.TYPE, ObjectClass.values(), query::cost, query.cost((ObjectClass) null));
    attribute(
        PassDocument.COLOURS,
        Colour.values(),
        colour -> query.cost(Set.of(colour)),
        query.cost(Set.of()));
    attribute(
        PassDocument.DIRECTION, Direction.values(), query::cost, query.cost((Direction) null));
  }

  private void plates() {
    Map<Long, Integer> plates = query.plates();
    if (plates == null) {
      return;
    }
    Map<Integer, List<Long>> levels = new TreeMap<>();
    plates.forEach(
        (plate, cost) -> levels.computeIfAbsent(cost, _ -> new ArrayList<>()).add(plate));
    int most = levels.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    most += (Pass.READINGS - 1) * Scoring.NEXT_READING;
    List<Object> groups = new ArrayList<>();
    for (int reading = 0; reading < Pass.READINGS; reading++) {
      for (var level : levels.entrySet()) {
        int cost = level.getKey() + reading * Scoring.NEXT_READING;
        groups.add(score(terms(PassDocument.PLATES.get(reading), level.getValue()), most - cost));
      }
    }
    plateScores.add(cheapest(groups));
    ceiling += most;
  }

  /// @param unknown what it costs where a pass has no value
  private <T> void attribute(String field, T[] values, ToIntFunction<T> cost, int unknown) {
    TreeMap<Integer, List<T>> levels = new TreeMap<>();
    for (T value : values) {
      levels.computeIfAbsent(cost.applyAsInt(value), _ -> new ArrayList<>()).add(value);
    }
    if (levels.size() == 1 && levels.containsKey(unknown)) {
      return; // nothing was asked
    }
    if (query.strict()) {
      filters.add(terms(field, levels.getOrDefault(0, List.of())));
      return;
    }
    int most = Math.max(unknown, levels.lastKey());
    List<Object> groups = new ArrayList<>();
    levels.forEach((level, of) -> groups.add(score(terms(field, of), most - level)));
    Map<String, Object> exists = Map.of("exists", Map.of("field", field));
    groups.add(score(Map.of("bool", Map.of("must_not", exists)), most - unknown));
    attributeScores.add(cheapest(groups));
    ceiling += most;
  }

  /// Several terms of which a document has one.
  private static Map<String, Object> terms(String field, Collection<?> values) {
    List<?> all = List.copyOf(values);
    if (all.size() <= MAX_TERMS) {
      return Map.of("terms", Map.of(field, all));
    }
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < all.size(); i += MAX_TERMS) {
      parts.add(terms(field, all.subList(i, Math.min(all.size(), i + MAX_TERMS))));
    }
    return Map.of("bool", Map.of("should", parts));
  }

  private static Map<String, Object> score(Map<String, Object> filter, int score) {
    return Map.of("constant_score", Map.of("filter", filter, "boost", score));
  }

  /// The best score of several.
  private static Map<String, Object> cheapest(List<Object> groups) {
    return Map.of("dis_max", Map.of("queries", groups));
  }

  Map<String, Object> json() {
    Map<String, Object> body = new HashMap<>();
    body.put("size", query.limit());
    body.put("track_total_hits", false);
    body.put("_source", false);
    if (query.plates() != null) {
      List<String> told = new ArrayList<>(PassDocument.PLATES);
      if (query.ownCosts() != null) {
        told.addAll(List.of(PassDocument.MODEL, PassDocument.CAMERA));
      }
      body.put("docvalue_fields", told);
    }
    body.put(
        "query",
        Map.of("bool", Map.of("filter", filters, "must", plateScores, "should", attributeScores)));
    List<Object> order = new ArrayList<>();
    List<Object> after = new ArrayList<>();
    Hit last = query.after();
    // Where nothing costs, the latest are found without a look at all others.
    if (ceiling > 0 || last != null) {
      order.add(Map.of("_score", "desc"));
      after.add(last == null ? 0 : ceiling - last.cost());
    }
    order.add(Map.of(PassDocument.TIME, "desc"));
    order.add(Map.of(PassDocument.POSITION, "desc"));
    if (last != null) {
      after.add(last.time());
      after.add(last.position());
      body.put("search_after", after);
    }
    body.put("sort", order);
    return body;
  }

  /// A hit at the least that it costs, which is its place in the answer.
  ///
  /// @param found one of the hits that were answered
  Hit hit(JsonNode found) {
    JsonNode sort = found.path("sort");
    int last = sort.size() - 1;
    int cost = last < 2 ? 0 : ceiling - sort.get(0).asInt();
    return new Hit(
        sort.get(last).asLong(), sort.get(last - 1).asLong(), cost, cheapest(found).reading());
  }

  /// A hit at what it costs by its reader.
  ///
  /// @param found one of the hits that were answered
  Hit ownHit(JsonNode found) {
    Hit least = hit(found);
    Reading own = cheapestOwn(found);
    int more = own.cost() - cheapest(found).cost();
    return new Hit(least.position(), least.time(), least.cost() + more, own.reading());
  }

  /// What a reading of a pass costs.
  private record Reading(int reading, int cost) {}

  /// Says what a plate costs as a reading; null where it is not sought.
  private interface Cost {
    @Nullable Integer of(long plate, int reading);
  }

  /// The reading by which it was found.
  private Reading cheapest(JsonNode found) {
    Map<Long, Integer> plates = query.plates();
    return cheapest(
        found,
        (plate, reading) -> {
          Integer cost = plates == null ? null : plates.get(plate);
          return cost == null ? null : cost + reading * Scoring.NEXT_READING;
        });
  }

  private Reading cheapestOwn(JsonNode found) {
    String model = found.path("fields").path(PassDocument.MODEL).path(0).asString("");
    String camera = found.path("fields").path(PassDocument.CAMERA).path(0).asString("");
    return cheapest(found, (plate, reading) -> query.cost(plate, reading, model, camera));
  }

  private static Reading cheapest(JsonNode found, Cost costs) {
    Reading best = new Reading(-1, Integer.MAX_VALUE);
    for (int reading = 0; reading < Pass.READINGS; reading++) {
      JsonNode plate = found.path("fields").path(PassDocument.PLATES.get(reading)).path(0);
      Integer cost = plate.isNumber() ? costs.of(plate.asLong(), reading) : null;
      if (cost != null && cost < best.cost()) {
        best = new Reading(reading, cost);
      }
    }
    return best;
  }
}
