package anbinh.sightings.lucene;

import anbinh.sightings.index.Attributes;
import anbinh.sightings.index.Pass;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/// The passes of one week, in a folder of their own. Its segments are sorted by time, the latest
/// first. The position up to which it has the stream is part of each commit, so that index and
/// position are never apart.
final class WeekIndex implements AutoCloseable {
  static final List<String> PLATES = List.of("plate0", "plate1", "plate2");
  static final String PLACE = "place";
  static final String TIME = "time";
  static final String POSITION = "position";
  static final String ATTRIBUTES = "attributes";

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
      // To be found by, and to be looked at where very many are sought.
      document.add(new StringField(PLATES.get(i), term(pass.plates().get(i)), Store.NO));
      document.add(new NumericDocValuesField(PLATES.get(i), pass.plates().get(i)));
    }
    document.add(new StringField(PLACE, pass.camera(), Store.NO));
    for (String area : pass.areas()) {
      document.add(new StringField(PLACE, area, Store.NO));
    }
    document.add(new NumericDocValuesField(TIME, pass.time()));
    document.add(new NumericDocValuesField(POSITION, pass.position()));
    document.add(new NumericDocValuesField(ATTRIBUTES, Attributes.of(pass)));
    writer.addDocument(document);
    position = pass.position();
  }

  /// A plate as a term: its number, the highest byte first.
  static BytesRef term(long plate) {
    byte[] bytes = new byte[Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (plate >>> (Long.SIZE - Byte.SIZE * (i + 1)));
    }
    return new BytesRef(bytes);
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
