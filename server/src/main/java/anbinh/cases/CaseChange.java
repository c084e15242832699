package anbinh.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That something of a case was changed and why; what it was before is not kept, since a case may
/// have become one that has no place.
///
/// @param incidentId which of its incidents; null where it is the case itself
/// @param eventId of the event in the log
public record CaseChange(
    UUID id,
    UUID caseId,
    @Nullable UUID incidentId,
    What what,
    Instant at,
    UUID by,
    String reason,
    UUID eventId) {
  public enum What {
    PLACE,
    PROTECTION,
    INCIDENT_CORRECTED,
    INCIDENT_WITHDRAWN
  }
}
