package anbinh.evidence.upload;

import anbinh.evidence.EvidenceProblem;
import anbinh.platform.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Writes pieces of files into the quarantine.
///
/// A line that breaks off leaves its connection open here for a while. Whoever asks how far a file
/// came, or sends its next piece, ends the earlier connection's right to write, so that the answer
/// stays true. Safe for many threads.
@Component
class Receiving {
  private static final int BUFFER_BYTES = 128 * 1024;
  private static final int LOCKS = 64;
  private static final String DISK_FULL = "No space left on device";

  private final UploadTable table;
  private final Quarantine quarantine;
  private final ObjectProvider<UploadChecker> checker;
  private final InstantSource clock;
  private final ConcurrentHashMap<UUID, Long> turns = new ConcurrentHashMap<>();
  private final Object[] locks = new Object[LOCKS];

  Receiving(
      UploadTable table,
      Quarantine quarantine,
      ObjectProvider<UploadChecker> checker,
      InstantSource clock) {
    this.table = table;
    this.quarantine = quarantine;
    this.checker = checker;
    this.clock = clock;
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new Object();
    }
  }

  /// What came of a piece.
  ///
  /// @param offset where the file ends now
  record Piece(long offset, boolean checksumHolds) {}

  /// How far a file came; nobody who wrote to it before goes on.
  long offset(Upload upload) throws IOException {
    if (upload.state() != UploadState.RECEIVING) {
      return upload.bytes();
    }
    synchronized (lock(upload.id())) {
      takeTurn(upload.id());
      return size(upload.id());
    }
  }

  /// Appends a piece as far as it comes.
  ///
  /// @param at where the sender goes on
  Piece append(Upload upload, long at, InputStream body, @Nullable UploadChecksum checksum)
      throws IOException {
    if (upload.state() != UploadState.RECEIVING) {
      throw Problem.of(EvidenceProblem.WRONG_OFFSET).with("offset", upload.bytes());
    }
    UUID id = upload.id();
    long turn;
    FileChannel file;
    synchronized (lock(id)) {
      turn = takeTurn(id);
      long size = size(id);
      if (size != at) {
        throw Problem.of(EvidenceProblem.WRONG_OFFSET).with("offset", size);
      }
      file = quarantine.open(id);
    }
    try (file) {
      long end = copy(upload, turn, at, body, file, checksum);
      file.force(false);
      if (checksum != null && !checksum.holds()) {
        synchronized (lock(id)) {
          if (turn == turns.getOrDefault(id, 0L)) {
            file.truncate(at);
          }
        }
        return new Piece(at, false);
      }
      if (end == upload.bytes() && table.setReceived(id, clock.instant())) {
        turns.remove(id);
        checker.ifAvailable(UploadChecker::wake);
      }
      return new Piece(end, true);
    }
  }

  /// @return where the file ends
  private long copy(
      Upload upload,
      long turn,
      long at,
      InputStream body,
      FileChannel file,
      @Nullable UploadChecksum checksum)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long end = at;
    while (true) {
      int read;
      try {
        read = body.read(buffer);
      } catch (IOException brokenOff) {
        return end;
      }
      if (read < 0) {
        return end;
      }
      if (end + read > upload.bytes()) {
        throw Problem.invalid("Upload-Length", "max", upload.bytes());
      }
      synchronized (lock(upload.id())) {
        if (turn != turns.getOrDefault(upload.id(), 0L)) {
          throw Problem.of(EvidenceProblem.WRONG_OFFSET).with("offset", size(upload.id()));
        }
        write(file, end, buffer, read);
      }
      if (checksum != null) {
        checksum.add(buffer, read);
      }
      end += read;
    }
  }

  private static void write(FileChannel file, long at, byte[] buffer, int length)
      throws IOException {
    try {
      Quarantine.append(file, at, buffer, length);
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains(DISK_FULL)) {
        file.truncate(at);
        throw Problem.of(EvidenceProblem.NO_ROOM).because(e);
      }
      throw e;
    }
  }

  private long size(UUID id) throws IOException {
    try {
      return quarantine.size(id);
    } catch (NoSuchFileException e) {
      throw Problem.of(EvidenceProblem.NO_SUCH_FILE).because(e);
    }
  }

  private long takeTurn(UUID id) {
    return turns.merge(id, 1L, Long::sum);
  }

  private Object lock(UUID id) {
    return locks[Math.floorMod(id.hashCode(), LOCKS)];
  }
}
