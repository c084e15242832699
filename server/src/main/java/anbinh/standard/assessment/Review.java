package anbinh.standard.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What who appraises says of the answer to a criterion.
public record Review(
    UUID id,
    String criterion,
    int round,
    Outcome outcome,
    @Nullable String reason,
    UUID by,
    Instant at) {
  public enum Outcome {
    ACCEPTED,
    /// Whoever assessed is asked for more.
    ASKED,
    /// Another answer was put beside it.
    CHANGED
  }
}
