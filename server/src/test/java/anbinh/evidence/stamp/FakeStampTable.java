package anbinh.evidence.stamp;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stamps over seals in memory; StampsIT runs the real table.
public final class FakeStampTable extends StampTable {
  private final Map<UUID, SealStamp> seals = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeStampTable() {
    super(null, null);
  }

  /// @param at null while no authority has answered
  public void add(UUID request, @Nullable Instant at, @Nullable String authority) {
    seals.put(request, new SealStamp(at, authority));
  }

  @Override
  public Map<UUID, SealStamp> findSeals(Collection<UUID> requestIds) {
    return Map.copyOf(seals);
  }
}
