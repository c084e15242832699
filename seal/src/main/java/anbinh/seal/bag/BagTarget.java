package anbinh.seal.bag;

import java.io.IOException;
import java.io.InputStream;

/// Where the files of a package go: a zip file or a folder.
public interface BagTarget {
  /// Stores one file of exactly `bytes` bytes.
  void add(String path, long bytes, InputStream content) throws IOException;
}
