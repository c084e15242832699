package anbinh.evidence.collect.footage;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Secured footage in memory; UrgentTests run the real table.
public final class FakeSecured extends SecuredTable {
  private final Map<UUID, Row> rows = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeSecured() {
    super(null);
  }

  public void add(UUID request, Step step) {
    put(request, step, null);
  }

  public Row get(UUID request) {
    return findForUpdate(request).orElseThrow();
  }

  private void put(UUID request, Step step, @Nullable DiscardCause cause) {
    rows.put(
        request,
        new Row(request, "EXT-2026-0001", step, 0, null, List.of("noted"), cause, null, null));
  }

  @Override
  public Optional<Row> findForUpdate(UUID requestId) {
    return Optional.ofNullable(rows.get(requestId));
  }

  @Override
  public void handOn(UUID requestId) {
    put(requestId, Step.HANDED_ON, null);
  }

  @Override
  public void discard(UUID requestId, DiscardCause cause, Instant now) {
    put(requestId, Step.DISCARDING, cause);
  }
}
