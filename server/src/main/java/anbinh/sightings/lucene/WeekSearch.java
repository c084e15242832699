package anbinh.sightings.lucene;

import anbinh.sightings.index.Attributes;
import anbinh.sightings.index.Hit;
import anbinh.sightings.index.PassQuery;
import anbinh.sightings.index.Scoring;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One search through the segments of all weeks.
final class WeekSearch {
  private static final int NOT_YET = Integer.MIN_VALUE;

  /// To look up more plates takes longer than to look at each pass.
  private static final int MANY_PLATES = 4_000;

  private final PassQuery query;
  private final Query places;

  /// What is sought, in the order of terms; null where no plate is known.
  private final long @Nullable [] plates;

  /// Of each number of [Attributes], computed when it first comes.
  private final int[] costs = new int[Attributes.COUNT];

  /// The worst on top.
  private final PriorityQueue<Hit> best = new PriorityQueue<>(Hit.ORDER.reversed());

  WeekSearch(PassQuery query) {
    this.query = query;
    places =
        new TermInSetQuery(
            WeekIndex.PLACE, query.places().stream().map(BytesRef::new).toList());
    Arrays.fill(costs, NOT_YET);
    Map<Long, Integer> sought = query.plates();
    plates =
        sought == null
            ? null
            : sought.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
  }

  List<Hit> hits() {
    return best.stream().sorted(Hit.ORDER).toList();
  }

  void search(IndexSearcher searcher) throws IOException {
    Weight weight =
        searcher.createWeight(searcher.rewrite(places), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        Columns columns = new Columns(leaf.reader());
        if (plates == null || plates.length > MANY_PLATES) {
          all(columns, scorer.iterator());
        } else {
          plates(columns, scorer.iterator(), candidates(leaf.reader(), plates));
        }
      }
    }
  }

  private static final class Columns {
    final NumericDocValues times;
    final NumericDocValues positions;
    final NumericDocValues attributes;

    /// Of each reading; null where no pass of the segment has one.
    final @Nullable NumericDocValues[] plates =
        new @Nullable NumericDocValues[WeekIndex.PLATES.size()];

    private final LeafReader reader;

    Columns(LeafReader reader) throws IOException {
      this.reader = reader;
      for (int i = 0; i < plates.length; i++) {
        plates[i] = reader.getNumericDocValues(WeekIndex.PLATES.get(i));
      }
      times = column(reader, WeekIndex.TIME);
      positions = column(reader, WeekIndex.POSITION);
      attributes = column(reader, WeekIndex.ATTRIBUTES);
    }

    /// The first document before a time. A column goes forward only, so each step reads it anew.
    int firstBefore(long time) throws IOException {
      int low = 0;
      int high = reader.maxDoc();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (at(column(reader, WeekIndex.TIME), middle) < time) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    private static NumericDocValues column(LeafReader reader, String name) throws IOException {
      NumericDocValues column = reader.getNumericDocValues(name);
      if (column == null) {
        throw new IOException("a segment lacks its column " + name);
      }
      return column;
    }

    static long at(NumericDocValues column, int document) throws IOException {
      if (!column.advanceExact(document)) {
        throw new IOException("document %d lacks a value".formatted(document));
      }
      return column.longValue();
    }
  }

  /// Every document of a plate that was asked for: the document in the upper half, what plate and
  /// reading cost in the middle, the reading in the lowest byte; sorted.
  private long[] candidates(LeafReader reader, long[] plates) throws IOException {
    long[] found = new long[1024];
    int count = 0;
    for (int reading = 0; reading < WeekIndex.PLATES.size(); reading++) {
      Terms terms = reader.terms(WeekIndex.PLATES.get(reading));
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      PostingsEnum postings = null;
      for (long plate : plates) {
        if (each.seekExact(WeekIndex.term(plate))) {
          postings = each.postings(postings, PostingsEnum.NONE);
          long cost = cost(plate, reading);
          while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (count == found.length) {
              found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = (long) postings.docID() << 32 | cost << 8 | reading;
          }
        }
      }
    }
    long[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private void plates(Columns columns, DocIdSetIterator inPlaces, long[] candidates)
      throws IOException {
    int before = -1;
    for (long candidate : candidates) {
      int document = (int) (candidate >>> 32);
      if (document != before) {
        before = document;
        if (inPlaces.docID() < document) {
          inPlaces.advance(document);
        }
        if (inPlaces.docID() == document) {
          int plate = (int) candidate >>> 8;
          add(columns, document, plate, (int) candidate & 0xff);
        }
      }
    }
  }

  /// Looks at each pass in the time that was asked for. The latest come first, so where those that
  /// are kept cost nothing, no earlier one is better.
  private void all(Columns columns, DocIdSetIterator inPlaces) throws IOException {
    int document = inPlaces.advance(columns.firstBefore(query.to()));
    while (document != DocIdSetIterator.NO_MORE_DOCS) {
      long time = Columns.at(columns.times, document);
      boolean noneIsBetter = isFull() && worst().cost() == 0 && time < worst().time();
      if (time < query.from() || noneIsBetter) {
        return;
      }
      if (plates == null) {
        add(columns, document, 0, -1);
      } else {
        addIfSought(columns, document);
      }
      document = inPlaces.nextDoc();
    }
  }

  private void addIfSought(Columns columns, int document) throws IOException {
    int least = Integer.MAX_VALUE;
    int by = -1;
    for (int reading = 0; reading < columns.plates.length; reading++) {
      NumericDocValues column = columns.plates[reading];
      if (column != null && column.advanceExact(document)) {
        int cost = cost(column.longValue(), reading);
        if (cost < least) {
          least = cost;
          by = reading;
        }
      }
    }
    if (by >= 0) {
      add(columns, document, least, by);
    }
  }

  /// What a plate costs as a reading; more than all where it is not sought.
  private int cost(long plate, int reading) {
    Integer cost = Objects.requireNonNull(query.plates()).get(plate);
    return cost == null ? Integer.MAX_VALUE : cost + reading * Scoring.NEXT_READING;
  }

  private void add(Columns columns, int document, int plate, int reading) throws IOException {
    long time = Columns.at(columns.times, document);
    if (time < query.from() || time >= query.to()) {
      return;
    }
    int attributes = (int) Columns.at(columns.attributes, document);
    int rest = cost(attributes);
    if (rest < 0) {
      return;
    }
    int cost = plate + rest;
    if (isFull() && cost > worst().cost()) {
      return;
    }
    Hit hit = new Hit(Columns.at(columns.positions, document), time, cost, reading);
    best.add(hit);
    if (best.size() > query.limit()) {
      best.remove();
    }
  }

  private boolean isFull() {
    return best.size() >= query.limit();
  }

  private Hit worst() {
    return Objects.requireNonNull(best.peek());
  }

  private int cost(int attributes) {
    int cost = costs[attributes];
    if (cost == NOT_YET) {
      cost = Attributes.cost(query, attributes);
      costs[attributes] = cost;
    }
    return cost;
  }
}
