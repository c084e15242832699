package anbinh.bench;

import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import anbinh.sightings.lucene.LuceneEngine;
import anbinh.sightings.opensearch.OpenSearchEngine;
import anbinh.sightings.opensearch.OpenSearchSettings;
import anbinh.sightings.search.PassSearch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `./anbinh bench search [--sightings 1000000] [--queries 1000] [--peer 100] [--pictures FOLDER]
/// [--engine opensearch --urls URL,…]`: synthetic passes of thirty days are taken in and searched
/// in each of the ways that people search ([SearchQuestion]), beside the same in PostgreSQL 17 and
/// by the rules of other programs, unless `--peer 0`. Then how often a misread vehicle is among the
/// first hits ([SearchRecall]), also as the analyser really reads the pictures of plates in a
/// folder. The engine is Lucene, or an OpenSearch that runs already.
public final class SearchBench {
  private static final long SEED = 7;

  /// The misread search is to be so many times as fast as that of `pg_trgm`.
  private static final double TIMES_AS_FAST = 50;

  private final SyntheticPasses passes;
  private final Path folder;
  private final IndexEngine engine;
  private final int queries;
  private final int peerQueries;
  private final PlateDictionary dictionary = new PlateDictionary();
  private final List<Result> results = new ArrayList<>();

  private SearchBench(
      SyntheticPasses passes, Path folder, IndexEngine engine, int queries, int peerQueries) {
    this.passes = passes;
    this.folder = folder;
    this.engine = engine;
    this.queries = queries;
    this.peerQueries = peerQueries;
  }

  public static void main(String[] arguments) throws Exception {
    var options = new Options("bench search", arguments);
    int sightings = options.number("--sightings", 1_000_000);
    int queries = options.number("--queries", 1_000);
    int peer = options.number("--peer", 0, 100);
    Path pictures = options.folder("--pictures");
    String engine = options.choice("--engine", "lucene", "opensearch");
    String nodes = options.text("--urls", "URL,…");
    options.end();
    List<URI> urls =
        nodes == null ? List.of() : Stream.of(nodes.split(",")).map(URI::create).toList();
    SyntheticPasses passes = new SyntheticPasses(sightings, queries);
    if (pictures != null) {
      PictureProbes.read(pictures).forEach(passes::add);
    }
    Path folder = Workplace.make();
    var bench = new SearchBench(passes, folder, engine(engine, urls, folder), queries, peer);
    bench.measure();
    String what = (engine.equals("lucene") ? "" : engine + "-") + sightings / 1_000_000 + "m";
    bench.results.forEach(result -> System.out.println(result.of(what)));
    System.exit(bench.results.stream().allMatch(Result::met) ? 0 : 1);
  }

  private static IndexEngine engine(String name, List<URI> urls, Path folder) {
    return switch (name) {
      case "lucene" -> new LuceneEngine(folder.resolve("index"));
      case "opensearch" ->
          OpenSearchEngine.of(
                  new OpenSearchSettings(
                      urls, null, null, "anbinh-bench", 3, 1, Duration.ofSeconds(60)))
              .orElseThrow(
                  () -> new IllegalArgumentException("--urls names no node of OpenSearch"));
      default -> throw new IllegalArgumentException("unknown engine " + name);
    };
  }

  private void measure() throws IOException, SQLException {
    engine.delete(); // what a run left that was stopped
    try (PassIndex index = engine.open()) {
      ingest(index);
      PassSearch search = new PassSearch(dictionary, index);
      if (peerQueries == 0) {
        questions(search, index, null);
      } else {
        try (PostgresPasses postgres = PostgresPasses.start(folder.resolve("postgres"))) {
          ingest(postgres);
          questions(search, index, postgres);
        }
      }
      SearchRecall recall = new SearchRecall(passes, dictionary, index, search);
      results.addAll(recall.measure("misread", 0, queries, peerQueries > 0));
      if (passes.probes().size() > queries) {
        results.addAll(
            recall.measure("pictures", queries, passes.probes().size(), peerQueries > 0));
      }
      recall.misremembered(new SplittableRandom(SEED), queries);
    }
    engine.delete();
  }

  private void ingest(PassIndex index) throws IOException {
    long begun = System.nanoTime();
    passes.forEach(batch -> {
      for (Pass pass : batch) {
        pass.plates().forEach(dictionary::add);
      }
      index.append(batch);
    });
    index.commit(passes.count());
    index.refresh();
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%s: %d passes, %d different readings, %.0f a second%n",
        engine.name(),
        passes.count(),
        dictionary.size(),
        passes.count() / seconds);
    results.add(
        Result.absolute(
            "search-ingest-per-s", passes.count() / seconds, Double.NaN, 50_000, false));
    Path local = folder.resolve("index");
    if (Files.exists(local)) {
      double bytes = (double) size(local) / passes.count();
      results.add(Result.absolute("search-bytes-per-sighting", bytes, Double.NaN, 40, true));
    }
  }

  private static long size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
    }
  }

  private void ingest(PostgresPasses postgres) throws IOException, SQLException {
    long begun = System.nanoTime();
    passes.forEach(postgres::append);
    postgres.index();
    System.out.printf(
        Locale.ROOT,
        "PostgreSQL: %.0f a second, %.1f bytes each%n",
        passes.count() / ((System.nanoTime() - begun) / 1e9),
        (double) postgres.bytes() / passes.count());
  }

  private void questions(PassSearch search, PassIndex index, @Nullable PostgresPasses postgres)
      throws IOException, SQLException {
    for (SearchQuestion question : SearchQuestion.values()) {
      Timings ours = new Timings();
      Timings peers = new Timings();
      SplittableRandom random = new SplittableRandom(SEED);
      long hits = 0;
      int different = 0;
      for (int i = -queries / 2; i < queries; i++) { // the first are to warm up
        SearchQuestion.Asked asked = question.ask(random, passes);
        long begun = System.nanoTime();
        List<Hit> found = asked.of(search, index);
        long took = System.nanoTime() - begun;
        if (i >= 0) {
          ours.add(took, false);
          hits += found.size();
        }
        if (postgres != null && i >= -5 && i < peerQueries) {
          begun = System.nanoTime();
          List<Long> theirs = postgres.search(question, asked);
          if (i >= 0) {
            peers.add(System.nanoTime() - begun, false);
          }
          boolean isExact = asked.max() == 0;
          boolean isSame = theirs.equals(found.stream().map(Hit::position).toList());
          different += isExact && !isSame ? 1 : 0;
        }
      }
      if (different > 0) {
        throw new IllegalStateException(
            "%s: %d answers are not PostgreSQL's".formatted(question, different));
      }
      print(question, ours, peers, (double) hits / queries);
    }
  }

  private void print(SearchQuestion question, Timings ours, Timings peers, double hits) {
    System.out.printf(
        Locale.ROOT,
        "%-24s p50 %7.2f p99 %7.2f ms, PostgreSQL p50 %8.2f p99 %8.2f ms, %.1f hits%n",
        question.line(),
        ours.millis(.5),
        ours.millis(.99),
        peers.millis(.5),
        peers.millis(.99),
        hits);
    results.add(
        Result.absolute(
            question.line() + "-p99-ms", ours.millis(.99), peers.millis(.99), 20, true));
    if (question == SearchQuestion.MISREAD_FILTERED && peers.count() > 0) {
      results.add(
          new Result(
              question.line() + "-p99-ms-against-pg-trgm",
              ours.millis(.99),
              peers.millis(.99),
              1 / TIMES_AS_FAST,
              true));
    }
  }
}
