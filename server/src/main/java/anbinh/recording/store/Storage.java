package anbinh.recording.store;

import anbinh.media.record.StorageRoot;
import anbinh.platform.DataFolder;
import anbinh.platform.sql.SqlClient;
import anbinh.recording.RecordingSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The folder in which footage is kept, known to the database by its marker.
@Component
public class Storage {
  private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

  private final Path folder;
  private final SqlClient database;
  private final InstantSource clock;

  Storage(RecordingSettings settings, DataFolder data, SqlClient database, InstantSource clock) {
    Path chosen = settings.folder();
    this.folder =
        (chosen == null ? data.root().resolve("recordings") : chosen).toAbsolutePath().normalize();
    this.database = database;
    this.clock = clock;
  }

  public Path folder() {
    return folder;
  }

  /// Whether the folder is there and is a storage: not an empty mount point.
  public boolean isPresent() {
    return Files.exists(folder.resolve(StorageRoot.MARKER));
  }

  /// Opens the root; the first time it becomes known, later it must be the known one.
  public StorageRoot open() {
    Optional<UUID> known =
        database.find(
            UUID.class, "select id from recording.storage order by opened_at desc limit 1");
    StorageRoot root = StorageRoot.open(folder, known);
    try {
      if (!DataFolder.keepToOwner(folder)) {
        LOG.warn(
            "others may read the footage in {}: its rights cannot be changed; make it An Bình's"
                + " own, or mount it so that others may not enter (umask=0077)",
            folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of the footage cannot be used: " + folder, e);
    }
    database.update(
        "insert into recording.storage (id, opened_at) values (?, ?) on conflict do nothing",
        root.id(),
        clock.instant());
    return root;
  }
}
