package anbinh.recording.monitor;

import anbinh.media.record.RecorderOptions;
import anbinh.media.record.StorageRoot;
import anbinh.recording.store.Storage;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The disk that footage is written to, tried by writing: a disk that nobody writes to because no
/// camera records may be full or read-only all the same.
@Component
class FootageDisk {
  /// Overwritten each time, so that trying needs no new name.
  private static final String TRIED = "anbinh-writable";

  private static final int BLOCK = 4096;

  private final Storage storage;

  FootageDisk(Storage storage) {
    this.storage = storage;
  }

  enum State {
    WRITABLE,
    /// Less is free than the recorder needs to begin a file.
    FULL,
    READ_ONLY,
    /// The folder is not there, or is no footage folder: not mounted.
    MISSING
  }

  /// @param detail one line for a technician, in English; empty while it is writable
  record Look(State state, String detail, long freeBytes, long totalBytes) {}

  Look look() {
    return look(storage.folder());
  }

  /// Not by `Files.getFileStore`, which finds no mount in a chroot.
  static Look look(Path root) {
    File folder = root.toFile();
    long free = folder.getUsableSpace();
    long total = folder.getTotalSpace();
    if (!Files.exists(root.resolve(StorageRoot.MARKER))) {
      return new Look(State.MISSING, "the footage folder or its marker is not there", free, total);
    }
    long needed = RecorderOptions.DEFAULT.minimumFreeBytes();
    if (free < needed) {
      return new Look(
          State.FULL, free + " bytes are free, and " + needed + " are needed", free, total);
    }
    try {
      write(root.resolve(TRIED));
      return new Look(State.WRITABLE, "", free, total);
    } catch (IOException refused) {
      String why = String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT);
      boolean full = why.contains("no space left") || why.contains("quota exceeded");
      return new Look(
          full ? State.FULL : State.READ_ONLY,
          full ? "no space is left" : "the footage folder cannot be written",
          free,
          total);
    }
  }

  private static void write(Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var block = ByteBuffer.allocate(BLOCK);
      while (block.hasRemaining()) {
        out.write(block, block.position());
      }
      out.force(false);
    }
  }
}
