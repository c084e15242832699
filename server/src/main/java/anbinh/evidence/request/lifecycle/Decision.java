package anbinh.evidence.request.lifecycle;

import java.time.Instant;
import java.util.UUID;

/// What another person decided about a request, and why.
///
/// @param reason in the decider's own words; may be empty only for [DecisionOutcome#APPROVE]
public record Decision(
    DecisionOutcome outcome, DecisionReason code, String reason, UUID by, Instant at) {
  public Decision {
    if (!code.fits(outcome)) {
      throw new IllegalArgumentException(code + " is no reason to " + outcome);
    }
  }
}
