package anbinh.evidence.request.lifecycle;

import anbinh.cases.Clarified;
import java.time.Instant;
import java.util.Set;

/// What a delivered package was good for, as the requester says.
///
/// @param clarified empty when it was not useful
public record Outcome(boolean useful, Set<Clarified> clarified, String note, Instant at) {
  public Outcome {
    clarified = Set.copyOf(clarified);
    if (!useful && !clarified.isEmpty()) {
      throw new IllegalArgumentException("clarified " + clarified + " but was not useful");
    }
  }
}
