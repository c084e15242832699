package anbinh.evidence.request;

import anbinh.evidence.EvidenceProblem;
import anbinh.platform.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Requests in memory; RequestsIT runs the real ones.
public final class FakeRequests extends Requests {
  private final Map<UUID, EvidenceRequest> requests = new HashMap<>();
  private final Map<UUID, Map<UUID, UUID>> cameraAreas = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public FakeRequests(Instant now) {
    super(
        null, null, null, null, null, null, null, null, null, InstantSource.fixed(now), null, null);
  }

  /// @param areas the area of each camera asked for
  public EvidenceRequest add(EvidenceRequest request, Map<UUID, UUID> areas) {
    requests.put(request.id(), request);
    cameraAreas.put(request.id(), areas);
    return request;
  }

  @Override
  public EvidenceRequest get(UUID id) {
    return Optional.ofNullable(requests.get(id))
        .orElseThrow(() -> Problem.of(EvidenceProblem.NO_SUCH_REQUEST));
  }

  @Override
  public Map<UUID, UUID> cameraAreas(UUID id) {
    return cameraAreas.getOrDefault(id, Map.of());
  }
}
