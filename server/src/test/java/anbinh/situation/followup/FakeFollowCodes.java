package anbinh.situation.followup;

import anbinh.platform.DataFolder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Which reports have a follow-up code; SituationsIT runs the real ones.
public final class FakeFollowCodes extends FollowCodes {
  private final Set<UUID> known = new HashSet<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeFollowCodes(Path folder) {
    super(null, DataFolder.beside(folder));
  }

  public void add(UUID situation) {
    known.add(situation);
  }

  @Override
  public boolean hasOne(UUID situation) {
    return known.contains(situation);
  }
}
