package anbinh.identity.home;

import anbinh.platform.DataFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Of whom a home is noted; PeopleIT runs the real ones.
public final class FakeHomes extends HomeTable {
  private final Set<UUID> noted = new HashSet<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeHomes(Path folder) {
    super(null, DataFolder.beside(folder));
  }

  public void add(UUID person) {
    noted.add(person);
  }

  @Override
  public boolean delete(UUID person) {
    return noted.remove(person);
  }
}
