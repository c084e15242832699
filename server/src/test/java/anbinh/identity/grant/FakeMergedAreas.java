package anbinh.identity.grant;

import anbinh.audit.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps into which areas others went; AreasIT runs the real one.
public final class FakeMergedAreas extends MergedAreas {
  private final List<UUID> reviewed = new ArrayList<>();

  @SuppressWarnings("NullAway") // nobody's roles are looked at
  public FakeMergedAreas() {
    super(null, null, null, null);
  }

  @Override
  public void review(UUID area, @Nullable Actor by) {
    reviewed.add(area);
  }

  public List<UUID> reviewed() {
    return List.copyOf(reviewed);
  }
}
