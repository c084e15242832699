package anbinh.evidence.player;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Copies for looking at, in memory; PackageIT makes real ones.
public final class FakePlayerTable extends PlayerTable {
  private final Map<UUID, PlayerCopy> copies = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakePlayerTable() {
    super(null);
  }

  public void add(PlayerCopy copy) {
    copies.put(copy.uploadId(), copy);
  }

  @Override
  public Optional<PlayerCopy> find(UUID upload) {
    return Optional.ofNullable(copies.get(upload));
  }
}
