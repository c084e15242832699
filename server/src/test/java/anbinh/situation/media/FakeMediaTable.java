package anbinh.situation.media;

import anbinh.platform.DataFolder;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Reports without files; SituationsIT has some.
public final class FakeMediaTable extends SituationMediaTable {
  @SuppressWarnings("NullAway") // there is no database
  public FakeMediaTable(Path folder) {
    super(null, DataFolder.beside(folder));
  }

  @Override
  public List<SituationMedium> list(UUID situation) {
    return List.of();
  }

  @Override
  public Map<UUID, Counted> count(Collection<UUID> situations) {
    return Map.of();
  }
}
