package anbinh.recording.footage;

import anbinh.recording.FootageFile;
import anbinh.recording.store.SegmentFile;
import anbinh.recording.store.SegmentTable;
import anbinh.recording.store.Storage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// The files of closed segments, for who analyses all that is recorded. Files that are known to be
/// lost are left out; any other may be deleted by retention at any time. Safe for many threads.
@Component
@NamedInterface("services")
public class FootageFiles {
  private final SegmentTable segments;
  private final Storage storage;

  FootageFiles(SegmentTable segments, Storage storage) {
    this.segments = segments;
    this.storage = storage;
  }

  /// The next files of a camera, in order.
  ///
  /// @param start the first begins later
  public List<FootageFile> listAfter(UUID cameraId, Instant start, int limit) {
    return segments.listIntactAfter(cameraId, start, limit).stream().map(this::file).toList();
  }

  /// The last file that begins no later than an instant.
  public Optional<FootageFile> findLast(UUID cameraId, Instant until) {
    return segments.findLastIntact(cameraId, until).map(this::file);
  }

  /// The file that begins at an instant.
  public Optional<FootageFile> find(UUID cameraId, Instant start) {
    return segments.findIntact(cameraId, start).map(this::file);
  }

  private FootageFile file(SegmentFile row) {
    return new FootageFile(
        row.id(), row.cameraId(), storage.folder().resolve(row.file()), row.span());
  }
}
