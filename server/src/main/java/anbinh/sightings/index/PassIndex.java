package anbinh.sightings.index;

import java.io.IOException;
import java.util.List;

/// An index that keeps passes and finds them again, whichever engine keeps it. One thread writes,
/// others search meanwhile.
///
/// Every method may throw [IndexUnavailable]: then nothing that was kept is lost, and it may be
/// called again, as may [#append] with the same passes.
public interface PassIndex extends AutoCloseable {
  /// Takes passes in the order of their positions. One whose position it has already is passed
  /// over, so that a stream can be given again from anywhere.
  void append(List<Pass> passes) throws IOException;

  /// Makes what was taken so far found.
  void refresh() throws IOException;

  /// Makes what was taken so far outlive the process.
  ///
  /// @param position up to which the stream was given
  void commit(long position) throws IOException;

  /// Up to which position all is kept for good: from the next on the stream must be given again
  /// after a crash.
  long position();

  /// The best hits by [Hit#ORDER].
  List<Hit> search(PassQuery query) throws IOException;

  /// Is told of a plate and of how many passes have it.
  @FunctionalInterface
  interface PlateCount {
    void accept(long plate, int count);
  }

  /// Tells of each plate that passes have which are found; of one now and then in several counts.
  /// What was dropped may be counted until its week is over.
  void plates(PlateCount found) throws IOException;

  /// Drops passes before a time: none of them is found any more, and those that come later are
  /// passed over, even after a crash. The time never goes back.
  ///
  /// @param before in milliseconds since 1970
  /// @return whether a whole week went, and so plates with it
  boolean drop(long before) throws IOException;

  @Override
  void close() throws IOException;
}
