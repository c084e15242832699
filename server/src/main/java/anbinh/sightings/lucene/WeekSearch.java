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
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// One search through the segments of all weeks.
final class WeekSearch {
  /// To look up more plates takes longer than to look at passes until enough are found.
  private static final int MAX_PLATES = 4_000;

  /// To look up a plate takes as long as to look at so many passes.
  private static final int PASSES_OF_A_LOOKUP = 10;

  /// Of few places their lists of passes are read; of more it is cheaper to look at the places of
  /// each pass.
  private static final int MAX_LISTS = 16;

  private final PassQuery query;

  /// The few places that were asked for; null where they are many, or all.
  private final @Nullable Set<String> few;

  /// What is sought, in the order of terms; null where no plate is known.
  private final long @Nullable [] plates;

  private final Attributes.Costs costs;

  /// The worst on top.
  private final PriorityQueue<Hit> best = new PriorityQueue<>(Hit.ORDER.reversed());

  WeekSearch(PassQuery query) {
    this.query = query;
    Set<String> places = query.places();
    few = places == null || places.size() > MAX_LISTS ? null : places;
    costs = new Attributes.Costs(query);
    Map<Long, Integer> sought = query.plates();
    plates =
        sought == null
            ? null
            : sought.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
  }

  List<Hit> hits() {
    return best.stream().sorted(Hit.ORDER).toList();
  }

  /// @param searcher of a week before those that were searched
  void search(IndexSearcher searcher) throws IOException {
    Weight inPlaces = few == null ? null : weight(searcher, few);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves().reversed()) {
      search(leaf, inPlaces);
    }
  }

  private static Weight weight(IndexSearcher searcher, Set<String> places) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String place : places) {
      any.add(new TermQuery(new Term(WeekIndex.PLACE, place)), BooleanClause.Occur.SHOULD);
    }
    return searcher.createWeight(searcher.rewrite(any.build()), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  /// @param inPlaces finds the passes of few places; null where they are many, or all
  private void search(LeafReaderContext leaf, @Nullable Weight inPlaces) throws IOException {
    LeafReader reader = leaf.reader();
    Columns columns = new Columns(reader);
    int begin = columns.firstBefore(query.to());
    int end = columns.firstBefore(query.from());
    if (begin == end || noneIsBetter(columns.time(begin))) {
      return;
    }
    double passes = end - begin;
    if (few != null) {
      passes *= (double) inPlaces(reader, few) / reader.maxDoc();
    }
    if (plates != null
        && plates.length <= MAX_PLATES
        && plates.length * PASSES_OF_A_LOOKUP <= passes) {
      plates(columns, candidates(reader, plates, begin, end));
    } else if (inPlaces != null) {
      Scorer scorer = inPlaces.scorer(leaf);
      if (scorer != null) {
        all(columns, scorer.iterator(), false, begin, end);
      }
    } else {
      all(columns, DocIdSetIterator.range(begin, end), true, begin, end);
    }
  }

  /// About how many passes of a segment were in the places that were asked for.
  private static long inPlaces(LeafReader reader, Set<String> places) throws IOException {
    long passes = 0;
    for (String place : places) {
      passes += reader.docFreq(new Term(WeekIndex.PLACE, place));
    }
    return passes;
  }

  /// Whether no pass up to a time can be better than those that are kept.
  private boolean noneIsBetter(long time) {
    return isFull() && worst().cost() == 0 && time < worst().time();
  }

  /// Whether a pass was in one of the places that were asked for.
  private boolean isInPlaces(Columns columns, int document) throws IOException {
    Set<String> asked = query.places();
    if (asked == null) {
      return true;
    }
    if (!columns.places.advanceExact(document)) {
      return false;
    }
    int number = columns.places.ordValue();
    if (columns.inPlaces[number] == 0) {
      String names = columns.places.lookupOrd(number).utf8ToString();
      boolean in = Arrays.stream(names.split(WeekIndex.BETWEEN_PLACES)).anyMatch(asked::contains);
      columns.inPlaces[number] = (byte) (in ? 1 : -1);
    }
    return columns.inPlaces[number] > 0;
  }

  private static final class Columns {
    final NumericDocValues times;
    final NumericDocValues positions;
    final NumericDocValues attributes;
    final SortedDocValues places;
    final SortedDocValues models;

    /// Of each number of [#places] and of [#models]; null where nobody looked.
    private final @Nullable String[] cameraNames;

    private final @Nullable String[] modelNames;

    /// Of each number of [#places]: 1 where they are asked for, -1 where not, 0 where nobody
    /// looked.
    final byte[] inPlaces;

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
      places = DocValues.getSorted(reader, WeekIndex.PLACES);
      inPlaces = new byte[places.getValueCount()];
      models = DocValues.getSorted(reader, WeekIndex.MODEL);
      cameraNames = new @Nullable String[places.getValueCount()];
      modelNames = new @Nullable String[models.getValueCount()];
    }

    /// The camera that a document's pass was before.
    String camera(int document) throws IOException {
      if (!places.advanceExact(document)) {
        return "";
      }
      int number = places.ordValue();
      String name = cameraNames[number];
      if (name == null) {
        String all = places.lookupOrd(number).utf8ToString();
        name = all.substring(0, all.indexOf(WeekIndex.BETWEEN_PLACES));
        cameraNames[number] = name;
      }
      return name;
    }

    /// What read the plates of a document's pass.
    String model(int document) throws IOException {
      if (!models.advanceExact(document)) {
        return "";
      }
      int number = models.ordValue();
      String name = modelNames[number];
      if (name == null) {
        name = models.lookupOrd(number).utf8ToString();
        modelNames[number] = name;
      }
      return name;
    }

    /// Of any document: a column goes forward only, so it is read anew.
    long time(int document) throws IOException {
      return at(column(reader, WeekIndex.TIME), document);
    }

    /// The first document before a time.
    int firstBefore(long time) throws IOException {
      int low = 0;
      int high = reader.maxDoc();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (time(middle) < time) {
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
  /// reading cost at least in the middle, the reading in the lowest byte; sorted.
  private long[] candidates(LeafReader reader, long[] plates, int begin, int end)
      throws IOException {
    Terms terms = reader.terms(WeekIndex.PLATE);
    if (terms == null) {
      return new long[0];
    }
    long[] found = new long[64];
    int count = 0;
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    for (long plate : plates) {
      var status = each.seekCeil(WeekIndex.bytes(WeekIndex.term(plate, 0)));
      while (status != TermsEnum.SeekStatus.END
          && WeekIndex.number(each.term()) >>> WeekIndex.READING_BITS == plate) {
        int reading = (int) (WeekIndex.number(each.term()) - WeekIndex.term(plate, 0));
        long cost = leastCost(plate, reading);
        postings = each.postings(postings, PostingsEnum.NONE);
        for (int document = postings.advance(begin);
            document < end;
            document = postings.nextDoc()) {
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = (long) document << 32 | cost << 8 | reading;
        }
        status = each.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.FOUND;
      }
      if (status == TermsEnum.SeekStatus.END) {
        break;
      }
    }
    long[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  private void plates(Columns columns, long[] candidates) throws IOException {
    int before = -1;
    for (long candidate : candidates) {
      int document = (int) (candidate >>> 32);
      if (document != before) {
        before = document;
        int least = (int) candidate >>> 8;
        if (!isInPlaces(columns, document) || (isFull() && least > worst().cost())) {
          continue;
        }
        if (query.ownCosts() == null) {
          add(columns, document, least, (int) candidate & 0xff);
        } else {
          addIfSought(columns, document);
        }
      }
    }
  }

  /// Looks at each pass in the time that was asked for. The latest come first, so where those that
  /// are kept cost nothing, no earlier one is better.
  ///
  /// @param anywhere whether some of them are of places that were not asked for
  private void all(Columns columns, DocIdSetIterator passes, boolean anywhere, int begin, int end)
      throws IOException {
    for (int document = passes.advance(begin); document < end; document = passes.nextDoc()) {
      if (isFull() && noneIsBetter(Columns.at(columns.times, document))) {
        return;
      }
      if (!anywhere || isInPlaces(columns, document)) {
        addIfSought(columns, document);
      }
    }
  }

  private void addIfSought(Columns columns, int document) throws IOException {
    if (plates == null) {
      add(columns, document, 0, -1);
      return;
    }
    int least = Integer.MAX_VALUE;
    int by = -1;
    for (int reading = 0; reading < columns.plates.length; reading++) {
      NumericDocValues column = columns.plates[reading];
      if (column != null && column.advanceExact(document)) {
        int cost = cost(columns, document, column.longValue(), reading);
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

  /// What a plate that is sought costs as a reading, whatever read it.
  private int leastCost(long plate, int reading) {
    Integer cost = Objects.requireNonNull(query.plates()).get(plate);
    return Objects.requireNonNull(cost) + reading * Scoring.NEXT_READING;
  }

  /// What a plate costs as a reading of a pass; more than all where it is not sought.
  private int cost(Columns columns, int document, long plate, int reading) throws IOException {
    boolean isSought = Objects.requireNonNull(query.plates()).containsKey(plate);
    if (!isSought) {
      return Integer.MAX_VALUE;
    }
    return query.ownCosts() == null
        ? leastCost(plate, reading)
        : Objects.requireNonNull(
            query.cost(plate, reading, columns.model(document), columns.camera(document)));
  }

  private void add(Columns columns, int document, int plate, int reading) throws IOException {
    int attributes = (int) Columns.at(columns.attributes, document);
    int rest = costs.of(attributes);
    if (rest < 0) {
      return;
    }
    int cost = plate + rest;
    if (isFull() && cost > worst().cost()) {
      return;
    }
    long time = Columns.at(columns.times, document);
    Hit hit = new Hit(Columns.at(columns.positions, document), time, cost, reading);
    if (!query.isNext(hit)) {
      return;
    }
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
}
