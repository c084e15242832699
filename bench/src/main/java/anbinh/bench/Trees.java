package anbinh.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Removes what a benchmark has written.
final class Trees {
  private Trees() {}

  static void delete(Path root) throws IOException {
    List<Path> content;
    try (Stream<Path> files = Files.walk(root)) {
      content = files.sorted(Comparator.reverseOrder()).toList();
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
    for (Path path : content) {
      Files.deleteIfExists(path);
    }
  }
}
