package anbinh.sightings.lucene;

import anbinh.sightings.index.IndexEngine;
import anbinh.sightings.index.PassIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.util.FileSystemUtils;

/// Lucene, inside the server, in a folder of its own.
public final class LuceneEngine implements IndexEngine {
  private final Path folder;

  /// Under another name, so that an index which is half deleted is never taken for one.
  private final Path deleted;

  public LuceneEngine(Path folder) {
    this.folder = folder;
    this.deleted = folder.resolveSibling(folder.getFileName() + ".deleted");
  }

  @Override
  public String name() {
    return "Lucene";
  }

  @Override
  public boolean exists() {
    return Files.isDirectory(folder);
  }

  @Override
  public PassIndex open() throws IOException {
    FileSystemUtils.deleteRecursively(deleted);
    return new LuceneIndex(folder);
  }

  @Override
  public void delete() throws IOException {
    FileSystemUtils.deleteRecursively(deleted);
    if (exists()) {
      Files.move(folder, deleted, StandardCopyOption.ATOMIC_MOVE);
      FileSystemUtils.deleteRecursively(deleted);
    }
  }
}
