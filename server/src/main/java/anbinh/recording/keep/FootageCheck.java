package anbinh.recording.keep;

import anbinh.media.Bytes;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.recording.store.SegmentRow;
import anbinh.recording.store.SegmentTable;
import anbinh.recording.store.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Compares every segment's row with its file: there, of the size and the hash that the log knows,
/// and linked to the segment before it. Reads every byte.
@Component
class FootageCheck implements ConsistencyCheck {
  private static final int PAGE = 200;
  private static final int BUFFER_BYTES = 1 << 20;

  private final SegmentTable segments;
  private final Storage storage;

  FootageCheck(SegmentTable segments, Storage storage) {
    this.segments = segments;
    this.storage = storage;
  }

  @Override
  public String subject() {
    return "footage against its rows";
  }

  @Override
  public long run(Consumer<Finding> findings) {
    long checked = 0;
    for (String file : segments.listBrokenLinks()) {
      findings.accept(
          new Finding(file, "names a segment before it that is gone without having been deleted"));
    }
    for (UUID camera : segments.cameras()) {
      checked += check(camera, findings);
    }
    return checked;
  }

  private long check(UUID camera, Consumer<Finding> findings) {
    long checked = 0;
    Instant position = Instant.EPOCH;
    List<SegmentRow> page = segments.listAfter(camera, position, PAGE);
    while (!page.isEmpty()) {
      for (SegmentRow row : page) {
        checkFile(row, findings);
        position = row.segment().start();
        checked++;
      }
      page = segments.listAfter(camera, position, PAGE);
    }
    return checked;
  }

  private void checkFile(SegmentRow row, Consumer<Finding> findings) {
    Path file = storage.folder().resolve(row.segment().file());
    try {
      long size = Files.size(file);
      if (size != row.segment().sizeBytes()) {
        findings.accept(
            new Finding(
                row.segment().file(),
                "has " + size + " bytes instead of " + row.segment().sizeBytes()));
      } else if (!sha256(file).equals(row.segment().sha256())) {
        findings.accept(new Finding(row.segment().file(), "was altered: its SHA-256 differs"));
      }
    } catch (NoSuchFileException gone) {
      if (segments.contains(row.segment().file())) {
        findings.accept(new Finding(row.segment().file(), "is gone from the disk"));
      }
    } catch (IOException unreadable) {
      findings.accept(new Finding(row.segment().file(), "cannot be read"));
    }
  }

  private static Bytes sha256(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Bytes.copyOf(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java runtime has SHA-256", impossible);
    }
  }
}
