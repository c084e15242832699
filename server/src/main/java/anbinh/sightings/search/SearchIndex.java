package anbinh.sightings.search;

import anbinh.sightings.dictionary.PlateDictionary;
import anbinh.sightings.index.Pass;
import anbinh.sightings.index.PassIndex;
import java.io.IOException;
import java.util.List;

/// An index with the dictionary of the plates in it. One thread writes, others search meanwhile.
public final class SearchIndex implements AutoCloseable {
  private final PassIndex index;
  private volatile PassSearch search;
  private long position;

  /// @param index whose plates are read into the dictionary
  public SearchIndex(PassIndex index) throws IOException {
    this.index = index;
    position = index.position();
    search = read();
  }

  private PassSearch read() throws IOException {
    var dictionary = new PlateDictionary();
    index.plates(dictionary::add);
    return new PassSearch(dictionary, index);
  }

  /// Up to which position of the stream it has all.
  public long position() {
    return position;
  }

  /// What searches it.
  public PassSearch search() {
    return search;
  }

  /// Takes the passes that follow in the stream; they are found from then on.
  public void append(List<Pass> passes) throws IOException {
    index.append(passes);
    index.refresh();
    for (Pass pass : passes) {
      pass.plates().forEach(plate -> search.dictionary().add(plate));
      position = Math.max(position, pass.position());
    }
  }

  /// Makes what was taken so far outlive the process.
  public void commit() throws IOException {
    if (index.position() < position) {
      index.commit(position);
    }
  }

  /// Forgets passes before a time, and with whole weeks of them the plates that no other pass has.
  public void drop(long before) throws IOException {
    if (index.drop(before)) {
      search = read();
    }
  }

  @Override
  public void close() throws IOException {
    index.close();
  }
}
