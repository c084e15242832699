package anbinh.sightings.lucene;

import anbinh.sightings.index.Attributes;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// The passes of one week, in a folder of their own. Its segments are sorted by time, the latest
/// first. The position up to which it has the stream is part of each commit, so that index and
/// position are never apart.
final class WeekIndex implements AutoCloseable {
  /// All readings, by which a pass is found ([#term]).
  static final String PLATE = "plate";

  /// Each reading by itself, to be looked at where very many are sought.
  static final List<String> PLATES = List.of("plate0", "plate1", "plate2");

  static final String PLACE = "place";

  /// All places of a pass in one, of which there are about as many as cameras.
  static final String PLACES = "places";

  static final String BETWEEN_PLACES = "\n";

  /// What read the plates; with the camera, the first of [#PLACES], it says what they cost.
  static final String MODEL = "model";

  static final String TIME = "time";
  static final String POSITION = "position";
  static final String ATTRIBUTES = "attributes";

  static final int READING_BITS = 2;

  /// Each segment is searched for each plate by itself, and there is time to merge them.
  private static final double SEGMENTS_PER_TIER = 3;

  private static final double BUFFER_MEBIBYTES = 32;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private long position;
  private volatile long committed;

  WeekIndex(Path folder) throws IOException {
    directory = FSDirectory.open(folder);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig()
                .setIndexSort(new Sort(new SortField(TIME, SortField.Type.LONG, true)))
                .setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(SEGMENTS_PER_TIER))
                .setRAMBufferSizeMB(BUFFER_MEBIBYTES)
                .setCommitOnClose(false));
    for (Map.Entry<String, String> each : writer.getLiveCommitData()) {
      if (each.getKey().equals(POSITION)) {
        committed = Long.parseLong(each.getValue());
      }
    }
    position = committed;
    searchers = new SearcherManager(writer, new SearcherFactory());
  }

  /// Whether a folder has a commit; none where a crash came before the first.
  static boolean isCommitted(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  void append(Pass pass) throws IOException {
    if (pass.position() <= position) {
      return;
    }
    Document document = new Document();
    for (int i = 0; i < pass.plates().size(); i++) {
      document.add(new StringField(PLATE, bytes(term(pass.plates().get(i), i)), Store.NO));
      document.add(new NumericDocValuesField(PLATES.get(i), pass.plates().get(i)));
    }
    document.add(new StringField(PLACE, pass.camera(), Store.NO));
    for (String area : pass.areas()) {
      document.add(new StringField(PLACE, area, Store.NO));
    }
    String places = pass.camera() + BETWEEN_PLACES + String.join(BETWEEN_PLACES, pass.areas());
    document.add(new SortedDocValuesField(PLACES, new BytesRef(places)));
    document.add(new SortedDocValuesField(MODEL, new BytesRef(pass.model())));
    document.add(new NumericDocValuesField(TIME, pass.time()));
    document.add(new NumericDocValuesField(POSITION, pass.position()));
    document.add(new NumericDocValuesField(ATTRIBUTES, Attributes.of(pass)));
    writer.addDocument(document);
    position = pass.position();
  }

  /// A plate and which reading it is in one number, so that all readings of a plate stand together;
  /// a plate has 60 bits.
  static long term(long plate, int reading) {
    return plate << READING_BITS | reading;
  }

  /// The term of a number: the highest byte first, so that terms sort as numbers do.
  static BytesRef bytes(long term) {
    byte[] bytes = new byte[Long.BYTES];
    NumericUtils.longToSortableBytes(term, bytes, 0);
    return new BytesRef(bytes);
  }

  /// The number of a term.
  static long number(BytesRef bytes) {
    return NumericUtils.sortableBytesToLong(bytes.bytes, bytes.offset);
  }

  static void plates(IndexSearcher searcher, PassIndex.PlateCount found) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(PLATE);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        while (each.next() != null) {
          found.accept(number(each.term()) >>> READING_BITS, each.docFreq());
        }
      }
    }
  }

  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /// @param upTo position up to which the stream was given, whether to this week or another
  void commit(long upTo) throws IOException {
    position = Math.max(position, upTo);
    writer.setLiveCommitData(Map.of(POSITION, Long.toString(position)).entrySet());
    writer.commit();
    committed = position;
  }

  /// Deletes the passes before a time, for good.
  void drop(long before) throws IOException {
    writer.deleteDocuments(
        NumericDocValuesField.newSlowRangeQuery(TIME, Long.MIN_VALUE, before - 1));
    commit(position);
    refresh();
  }

  long committed() {
    return committed;
  }

  IndexSearcher acquire() throws IOException {
    return searchers.acquire();
  }

  void release(IndexSearcher searcher) throws IOException {
    searchers.release(searcher);
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }
}
