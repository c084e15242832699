package anbinh.evidence.collect;

import anbinh.evidence.collect.DeletionCertificates.Deleted;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the row of a sealed package says of its file, without what the package holds.
///
/// @param additions how often something was put beside the seal since it was sealed
/// @param deletedAt null while it is kept
public record StoredPackage(
    UUID requestId,
    String code,
    long bytes,
    String sha256,
    int additions,
    @Nullable Instant deletedAt) {
  /// That it, or a copy of it with another hash, is deleted; empty while it is kept.
  public Optional<Deleted> findDeleted(String hash) {
    Instant at = deletedAt;
    return at == null ? Optional.empty() : Optional.of(new Deleted(requestId, hash, at));
  }
}
