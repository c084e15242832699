package anbinh.seal.bag;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file to be put into a bag.
///
/// @param path where it goes below `data/`, for example `clips/CAM-0412.mp4`
/// @param bytes its exact length
/// @param content opens it; read once
public record PayloadFile(String path, long bytes, Content content) {
  /// Checks the path.
  public PayloadFile {
    BagPath.require(path);
  }

  /// Opens a file's content.
  @FunctionalInterface
  public interface Content {
    /// A stream from the first byte on; the caller closes it.
    InputStream open() throws IOException;
  }

  /// A file on disk.
  public static PayloadFile of(String path, Path file) throws IOException {
    return new PayloadFile(path, Files.size(file), () -> Files.newInputStream(file));
  }

  /// Bytes in memory.
  public static PayloadFile of(String path, byte[] bytes) {
    byte[] copy = bytes.clone();
    return new PayloadFile(path, copy.length, () -> new ByteArrayInputStream(copy));
  }
}
