package anbinh.evidence.collect;

import anbinh.evidence.EvidenceProblem;
import anbinh.platform.Problem;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Sealed packages in memory; PackageIT runs the real table.
public final class FakeExtractions extends ExtractionTable {
  public static final String CODE = "EXT-2026-0001";

  private final Map<UUID, Extraction> extractions = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no database
  public FakeExtractions() {
    super(null);
  }

  public Extraction add(UUID request, @Nullable Instant deletedAt, Extraction.File... files) {
    var extraction =
        new Extraction(
            request,
            CODE,
            Instant.EPOCH,
            1_000,
            "ab".repeat(32),
            40,
            "{}",
            0,
            List.of(files),
            deletedAt);
    extractions.put(request, extraction);
    return extraction;
  }

  @Override
  public Optional<Extraction> find(UUID requestId) {
    return Optional.ofNullable(extractions.get(requestId));
  }

  @Override
  public Map<UUID, Extraction> find(Collection<UUID> requestIds) {
    Map<UUID, Extraction> found = new HashMap<>(extractions);
    found.keySet().retainAll(requestIds);
    return found;
  }

  @Override
  public Extraction getKept(UUID requestId) {
    return find(requestId)
        .filter(extraction -> extraction.deletedAt() == null)
        .orElseThrow(() -> Problem.of(EvidenceProblem.NOT_SEALED));
  }

  @Override
  public Extraction lockForUpdate(UUID requestId) {
    return getKept(requestId);
  }
}
