package anbinh.identity.session;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Keeps whose sessions were ended; SessionIT runs the real ones.
public final class FakeStoredSessions extends StoredSessions {
  private final List<UUID> ended = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeStoredSessions() {
    super(null, null, null, null, null, null);
  }

  @Override
  public void endAll(UUID person) {
    ended.add(person);
  }

  public List<UUID> ended() {
    return List.copyOf(ended);
  }
}
