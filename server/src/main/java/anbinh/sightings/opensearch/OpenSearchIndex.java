package anbinh.sightings.opensearch;

import anbinh.sightings.index.Hit;
import anbinh.sightings.index.IndexUnavailable;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.Weeks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;

/// Sightings in OpenSearch, an index a week, so that what is old is forgotten by deleting indices.
///
/// Searches may go beside everything else; all else is for one thread.
final class OpenSearchIndex implements PassIndex {
  /// Plates that are told of in one answer, and passes that are deleted at once.
  private static final int MANY = 10_000;

  /// Hits that are asked for at first where their order is by reader.
  private static final int MIN_RANKED = 200;

  private final OpenSearchClient client;
  private final BulkWriter writer;
  private final IndexNames names;
  private final NavigableSet<Long> weeks;

  /// Those that have passes which are not found yet.
  private final Set<Long> written = new TreeSet<>();

  private volatile IndexState state;

  private OpenSearchIndex(
      OpenSearchClient client, IndexNames names, IndexState state, SortedSet<Long> weeks) {
    this.client = client;
    this.writer = new BulkWriter(client);
    this.names = names;
    this.state = state;
    this.weeks = new ConcurrentSkipListSet<>(weeks);
  }

  static OpenSearchIndex open(
      OpenSearchClient client, IndexNames names, OpenSearchSettings settings) throws IOException {
    client.put(
        "/_index_template/" + names.template(), PassDocument.template(names.passes(), settings));
    Optional<JsonNode> kept = findState(client, names);
    IndexState state = kept.isPresent() ? IndexState.read(kept.get()) : IndexState.EMPTY;
    SortedSet<Long> weeks = listWeeks(client, names);
    if (kept.isEmpty()) {
      for (long week : weeks) {
        client.delete("/" + names.week(week)); // nobody knows what it has
      }
      weeks = new TreeSet<>();
      create(
          client,
          names.state(),
          Map.of(
              "settings",
              Map.of("number_of_shards", 1, "number_of_replicas", settings.replicas())));
    }
    for (long week : state.weeks()) {
      if (!Weeks.isBefore(week, state.dropped()) && !weeks.contains(week)) {
        throw new IOException("OpenSearch lacks " + names.week(week));
      }
    }
    OpenSearchIndex index = new OpenSearchIndex(client, names, state, weeks);
    index.deleteWeeksBefore(state.dropped()); // a crash came between
    index.write(index.state);
    if (!index.weeks.isEmpty()) {
      client.put(
          "/" + names.passes() + "/_settings",
          Map.of("index", Map.of("number_of_replicas", settings.replicas())));
    }
    index.written.addAll(index.weeks);
    index.refresh();
    return index;
  }

  /// Empty where there is no index.
  static Optional<JsonNode> findState(OpenSearchClient client, IndexNames names)
      throws IOException {
    try {
      return Optional.of(client.get("/" + names.state() + "/_doc/state").path("_source"));
    } catch (OpenSearchRefusal refusal) {
      if (refusal.isNotFound()) {
        return Optional.empty();
      }
      throw refusal;
    }
  }

  static SortedSet<Long> listWeeks(OpenSearchClient client, IndexNames names) throws IOException {
    JsonNode found = client.get("/" + names.passes() + "/_alias");
    return names.weeksOf(found.propertyNames());
  }

  private static void create(OpenSearchClient client, String name, Map<String, Object> body)
      throws IOException {
    try {
      client.put("/" + name, body);
    } catch (OpenSearchRefusal refusal) {
      if (!refusal.isThereAlready()) {
        throw refusal;
      }
    }
  }

  private void write(IndexState next) throws IOException {
    client.put("/" + names.state() + "/_doc/state", next.json());
    state = next;
  }

  @Override
  public void append(List<Pass> passes) throws IOException {
    List<BulkWriter.Write> writes = new ArrayList<>();
    for (Pass pass : passes) {
      if (pass.time() < state.dropped()) {
        continue;
      }
      long week = Weeks.of(pass.time());
      if (!weeks.contains(week)) {
        create(client, names.week(week), Map.of());
        weeks.add(week);
      }
      written.add(week);
      writes.add(new BulkWriter.Write(names.week(week), pass.position(), PassDocument.of(pass)));
    }
    writer.write(writes);
  }

  @Override
  public void refresh() throws IOException {
    if (!written.isEmpty()) {
      JsonNode answer = client.post("/" + names.weeks(written) + "/_refresh", Map.of());
      requireWhole(answer);
      written.clear();
    }
  }

  /// @throws IndexUnavailable where a part of OpenSearch did not take part
  private static void requireWhole(JsonNode answer) throws IndexUnavailable {
    JsonNode shards = answer.path("_shards");
    if (!shards.path("failed").isNumber() || shards.path("failed").asInt() > 0) {
      throw new IndexUnavailable("OpenSearch answers in part");
    }
  }

  @Override
  public void commit(long position) throws IOException {
    write(
        new IndexState(
            Math.max(position, state.position()), state.dropped(), new TreeSet<>(weeks)));
  }

  @Override
  public long position() {
    return state.position();
  }

  @Override
  public List<Hit> search(PassQuery query) throws IOException {
    while (true) {
      long dropped = state.dropped();
      try {
        return searchSince(dropped, query);
      } catch (OpenSearchRefusal refusal) {
        if (!refusal.isNotFound() || dropped == state.dropped()) {
          throw refusal; // otherwise a week was dropped meanwhile
        }
      }
    }
  }

  private List<Hit> searchSince(long dropped, PassQuery query) throws IOException {
    PassQuery kept = query.since(dropped);
    if (kept.from() >= kept.to() || (kept.plates() != null && kept.plates().isEmpty())) {
      return List.of();
    }
    SortedSet<Long> asked = weeks.subSet(Weeks.of(kept.from()), true, Weeks.of(kept.to()), true);
    if (asked.isEmpty()) {
      return List.of();
    }
    if (kept.ownCosts() != null) {
      return searchByReader(asked, kept);
    }
    SearchBody body = new SearchBody(kept);
    JsonNode answer = ask(asked, body.json());
    List<Hit> hits = new ArrayList<>();
    answer.at("/hits/hits").forEach(found -> hits.add(body.hit(found)));
    return hits;
  }

  /// OpenSearch gives hits in the order of the least that they cost. None costs less by its reader,
  /// so it is asked for more until what follows cannot be better than what was found; mostly that
  /// is once. Always from the first, whatever part is asked for: what costs least may come late.
  private List<Hit> searchByReader(SortedSet<Long> asked, PassQuery query) throws IOException {
    PriorityQueue<Hit> best = new PriorityQueue<>(Hit.ORDER.reversed());
    int some = Math.min(PassQuery.MAX_LIMIT, Math.max(2 * query.limit(), MIN_RANKED));
    Hit last = null;
    boolean more = true;
    while (more) {
      SearchBody body = new SearchBody(query.page(last, some));
      JsonNode hits = ask(asked, body.json()).at("/hits/hits");
      for (JsonNode found : hits) {
        last = body.hit(found);
        Hit own = body.ownHit(found);
        if (query.isNext(own)) {
          best.add(own);
        }
        if (best.size() > query.limit()) {
          best.remove();
        }
      }
      Hit worst = best.size() < query.limit() ? null : best.peek();
      boolean isBest = worst != null && last != null && Hit.ORDER.compare(worst, last) <= 0;
      more = hits.size() == some && !isBest;
      some = PassQuery.MAX_LIMIT;
    }
    return best.stream().sorted(Hit.ORDER).toList();
  }

  /// An answer of all shards, or none.
  private JsonNode ask(SortedSet<Long> asked, Map<String, Object> body) throws IOException {
    JsonNode answer =
        client.post("/" + names.weeks(asked) + "/_search?allow_partial_search_results=false", body);
    requireWhole(answer);
    if (answer.path("timed_out").asBoolean(true) || !answer.at("/hits/hits").isArray()) {
      throw new IndexUnavailable("OpenSearch answers in part");
    }
    return answer;
  }

  @Override
  public void plates(PlateCount found) throws IOException {
    for (String field : PassDocument.PLATES) {
      if (!weeks.isEmpty()) {
        plates(field, found);
      }
    }
  }

  private void plates(String field, PlateCount found) throws IOException {
    Map<String, Object> pages = new HashMap<>();
    pages.put("size", MANY);
    pages.put("sources", List.of(Map.of("plate", Map.of("terms", Map.of("field", field)))));
    JsonNode buckets;
    do {
      JsonNode answer =
          ask(weeks, Map.of("size", 0, "aggs", Map.of("plates", Map.of("composite", pages))));
      buckets = answer.at("/aggregations/plates/buckets");
      if (!buckets.isArray()) {
        throw new IndexUnavailable("OpenSearch answers in part");
      }
      buckets.forEach(
          each -> found.accept(each.at("/key/plate").asLong(), each.path("doc_count").asInt()));
      pages.put("after", answer.at("/aggregations/plates/after_key"));
    } while (buckets.size() == MANY);
  }

  @Override
  public boolean drop(long before) throws IOException {
    if (before <= state.dropped()) {
      return false;
    }
    write(new IndexState(state.position(), before, state.weeks()));
    boolean whole = deleteWeeksBefore(before);
    long boundary = Weeks.of(before);
    if (weeks.contains(boundary)) {
      deletePassesBefore(before, boundary);
    }
    return whole;
  }

  private boolean deleteWeeksBefore(long before) throws IOException {
    List<Long> whole = weeks.stream().filter(week -> Weeks.isBefore(week, before)).toList();
    for (long week : whole) {
      client.delete("/" + names.week(week));
      weeks.remove(week);
      written.remove(week);
    }
    return !whole.isEmpty();
  }

  private void deletePassesBefore(long before, long week) throws IOException {
    Map<String, Object> old =
        Map.of(
            "size",
            MANY,
            "_source",
            false,
            "query",
            Map.of("range", Map.of(PassDocument.TIME, Map.of("lt", before))),
            "sort",
            List.of("_doc"));
    JsonNode hits;
    do {
      written.add(week);
      refresh();
      hits = ask(new TreeSet<>(List.of(week)), old).at("/hits/hits");
      List<BulkWriter.Write> deletes = new ArrayList<>();
      hits.forEach(hit ->
          deletes.add(new BulkWriter.Write(names.week(week), hit.path("_id").asLong(), null)));
      writer.write(deletes);
    } while (hits.size() == MANY);
    written.add(week);
    refresh();
  }

  /// The client stays open: it is the engine's.
  @Override
  public void close() {
    // What was written was acknowledged.
  }
}
