package anbinh.seal.log;

import anbinh.seal.FormatProblem;
import anbinh.seal.disk.Durable;
import anbinh.seal.tree.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The write-ahead files of a log: entries that are acknowledged but may not yet be in published
/// tiles.
///
/// A file `journal/<index of its first entry, 20 digits>` is a sequence of frames, one per batch:
///
/// ```
/// "ABJ1" | index of the first entry, u64 | count, u32 | body bytes, u32 | body | SHA-256 of all before
/// ```
///
/// all numbers big-endian, the body as in an entry bundle. A batch is one write and one sync. On
/// reading, an incomplete last frame is what a crash leaves of a batch that nobody was told of: it
/// is cut. A bad frame with a good one after it is damage and refused.
///
/// Not thread-safe: [TileLog] holds its commit lock.
final class Journal implements AutoCloseable {
  private static final byte[] MAGIC = "ABJ1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 4 + 8 + 4 + 4;
  private static final long MAX_FILE_BYTES = 64L * 1024 * 1024;

  private final Path folder;
  private @Nullable RandomAccessFile file;
  private long fileBytes;

  Journal(Path folder) {
    this.folder = folder;
  }

  /// What was found on opening.
  ///
  /// @param firstIndex the index of the first entry
  /// @param entries the entries in order
  record Recovered(long firstIndex, List<byte[]> entries) {}

  /// Reads every batch in order and cuts an incomplete tail when `repair` is set; throws
  /// [LogFailure] on damage.
  static List<Recovered> recover(Path folder, boolean repair) throws IOException {
    List<Recovered> batches = new ArrayList<>();
    List<Path> files = files(folder);
    for (int i = 0; i < files.size(); i++) {
      Path path = files.get(i);
      byte[] bytes = Files.readAllBytes(path);
      int at = 0;
      while (at < bytes.length) {
        int end = frameEnd(bytes, at);
        if (end < 0) {
          break;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, at + 4, HEADER_BYTES - 4);
        long firstIndex = header.getLong();
        int count = header.getInt();
        try {
          batches.add(
              new Recovered(
                  firstIndex, Entries.read(bytes, at + HEADER_BYTES, end - Hash.BYTES, count)));
        } catch (FormatProblem e) {
          throw new LogFailure("the journal " + path + " is damaged at byte " + at, e);
        }
        at = end;
      }
      if (at < bytes.length) {
        if (i < files.size() - 1 || laterFrame(bytes, at + 1)) {
          throw new LogFailure(
              "the journal "
                  + path
                  + " is damaged at byte "
                  + at
                  + ": acknowledged entries are unreadable there; restore it from a copy");
        }
        if (repair) {
          try (RandomAccessFile tail = new RandomAccessFile(path.toFile(), "rw")) {
            tail.setLength(at);
            tail.getFD().sync();
          }
        }
      }
    }
    return batches;
  }

  /// Starts a new file for entries from `firstIndex` on.
  void roll(long firstIndex) throws IOException {
    close();
    Files.createDirectories(folder);
    Path path = folder.resolve(String.format("%020d", firstIndex));
    RandomAccessFile fresh = new RandomAccessFile(path.toFile(), "rw");
    file = fresh;
    fileBytes = fresh.length();
    fresh.seek(fileBytes);
    Durable.syncFolder(folder);
  }

  /// Appends one batch and returns when it is on the disk. After an [IOException] the file is back
  /// at its former end, or the journal is closed and nothing more can be written.
  void append(long firstIndex, List<byte[]> entries) throws IOException {
    RandomAccessFile open = file;
    if (open == null) {
      throw new IOException("the journal is closed");
    }
    if (fileBytes > MAX_FILE_BYTES) {
      roll(firstIndex);
      append(firstIndex, entries);
      return;
    }
    byte[] frame = frame(firstIndex, entries);
    try {
      open.write(frame);
    } catch (IOException e) {
      try {
        open.setLength(fileBytes);
        open.seek(fileBytes);
        open.getFD().sync();
      } catch (IOException second) {
        e.addSuppressed(second);
        close();
      }
      throw e;
    }
    try {
      open.getFD().sync();
    } catch (IOException e) {
      close();
      throw e;
    }
    fileBytes += frame.length;
  }

  /// Whether a batch can still be written.
  boolean isOpen() {
    return file != null;
  }

  /// Deletes the files whose entries all stand below `index`; `index` is where a file begins.
  void forgetBelow(long index) throws IOException {
    for (Path path : files(folder)) {
      if (Long.parseLong(path.getFileName().toString()) < index) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    RandomAccessFile open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }

  private static byte[] frame(long firstIndex, List<byte[]> entries) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      Entries.write(entry, body);
    }
    int length = HEADER_BYTES + body.size();
    ByteBuffer frame = ByteBuffer.allocate(length + Hash.BYTES);
    frame.put(MAGIC).putLong(firstIndex).putInt(entries.size()).putInt(body.size());
    frame.put(body.toByteArray());
    Hash hash = Hash.sha256(Arrays.copyOf(frame.array(), length));
    hash.copyTo(frame.array(), length);
    return frame.array();
  }

  /// Where the good frame at `at` ends, or -1 when there is none.
  private static int frameEnd(byte[] bytes, int at) {
    if (bytes.length - at < HEADER_BYTES + Hash.BYTES
        || !Arrays.equals(bytes, at, at + MAGIC.length, MAGIC, 0, MAGIC.length)) {
      return -1;
    }
    int body = ByteBuffer.wrap(bytes, at + 16, 4).getInt();
    if (body < 0 || body > bytes.length - at - HEADER_BYTES - Hash.BYTES) {
      return -1;
    }
    int end = at + HEADER_BYTES + body;
    Hash hash = Hash.sha256(Arrays.copyOfRange(bytes, at, end));
    return hash.equals(Hash.of(bytes, end)) ? end + Hash.BYTES : -1;
  }

  private static boolean laterFrame(byte[] bytes, int from) {
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] == MAGIC[0] && frameEnd(bytes, at) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(p -> p.getFileName().toString().matches("[0-9]{20}")).sorted().toList();
    }
  }
}
