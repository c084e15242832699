package anbinh.evidence.check;

import anbinh.audit.HeadArchive;
import anbinh.platform.DataFolder;
import anbinh.seal.FormatProblem;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.zip.ZipDirectory;
import anbinh.seal.zip.ZipEntryInfo;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The heads of the log in all packages that lie in the folder of evidence, those of copies and
/// receipts among them, whatever the database says of them.
@Component
class PackageHeads implements HeadArchive {
  private static final Logger LOG = LoggerFactory.getLogger(PackageHeads.class);
  private static final int MAX_BYTES = 1024 * 1024;
  private static final String CHECKPOINT = "/" + PackageLayout.CHECKPOINT;
  private static final String RECEIPT = PackageLayout.RECEIPT_PROOF;

  private final Path folder;

  PackageHeads(DataFolder data) {
    this.folder = data.root().resolve("evidence");
  }

  @Override
  public void forEach(BiConsumer<String, SignedCheckpoint> action) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      // In order, so that what is found of two runs is the same.
      files.filter(PackageHeads::isPackage).sorted().forEach(file -> readAll(file, action));
    } catch (IOException e) {
      throw new UncheckedIOException("the packages in " + folder + " cannot be listed", e);
    }
  }

  private static boolean isPackage(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith("EXT-") && name.endsWith(".zip");
  }

  /// One that cannot be read is for the checks of packages to name.
  private static void readAll(Path file, BiConsumer<String, SignedCheckpoint> action) {
    try {
      List<ZipEntryInfo> entries = ZipDirectory.read(file);
      try (var content = new RandomAccessFile(file.toFile(), "r")) {
        for (ZipEntryInfo entry : entries) {
          boolean checkpoint = entry.name().endsWith(CHECKPOINT);
          if (entry.bytes() <= MAX_BYTES && (checkpoint || entry.name().endsWith(RECEIPT))) {
            byte[] bytes = new byte[(int) entry.bytes()];
            content.seek(entry.contentOffset());
            content.readFully(bytes);
            action.accept(
                String.valueOf(file.getFileName()),
                checkpoint ? SignedCheckpoint.parse(bytes) : TlogProof.parse(bytes).checkpoint());
          }
        }
      }
    } catch (IOException | FormatProblem e) {
      LOG.debug("no heads are read from {}", file, e);
    }
  }
}
