package anbinh.recording.store;

import anbinh.media.record.StorageRoot;
import anbinh.media.record.log.ClosedSegment;
import anbinh.media.record.log.Gap;
import anbinh.media.record.log.OpenedSegment;
import anbinh.platform.DataFolder;
import anbinh.recording.RecordingSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A storage in a folder of a test, of which nothing is remembered; RecordingIT runs the real one.
public final class RecordingStoreFixture {
  public static final RecordingSettings SETTINGS =
      new RecordingSettings(null, Duration.ofSeconds(60), Duration.ofSeconds(2), false);

  public final Storage storage;
  public final SegmentJournal journal = new Journal();
  public final RecordedTime recordedTime = new Nothing();
  public final OpenSegments openSegments = new OpenSegments();

  public RecordingStoreFixture(Path data) {
    storage = new InFolder(DataFolder.beside(data));
  }

  private static final class InFolder extends Storage {
    @SuppressWarnings("NullAway") // there is no database
    InFolder(DataFolder data) {
      super(SETTINGS, data, null, InstantSource.system());
    }

    @Override
    public StorageRoot open() {
      return StorageRoot.open(folder(), Optional.empty());
    }
  }

  private static final class Journal extends SegmentJournal {
    @SuppressWarnings("NullAway") // there is no table
    Journal() {
      super(null, null, null, null, null);
    }

    @Override
    public void opened(OpenedSegment segment) {}

    @Override
    public void closed(ClosedSegment segment) {}

    @Override
    public void gap(Gap gap) {}
  }

  private static final class Nothing extends RecordedTime {
    @SuppressWarnings("NullAway") // there is no table
    Nothing() {
      super(null, null, null, null, InstantSource.system());
    }

    @Override
    public Set<String> files() {
      return Set.of();
    }

    @Override
    public Optional<Instant> findAccounted(UUID cameraId) {
      return Optional.empty();
    }

    @Override
    public void endOpenGaps() {}
  }
}
