package anbinh.evidence.request.lifecycle;

import java.time.Instant;
import java.util.UUID;

/// Something that somebody, or the server by itself, does to a request.
public sealed interface Act {
  Instant at();

  /// A decision; `grant` is what an approval grants.
  record Approve(Decision decision, Grant grant) implements Act {
    public Approve {
      if (decision.outcome() == DecisionOutcome.REFUSE) {
        throw new IllegalArgumentException("a refusal grants nothing");
      }
    }

    @Override
    public Instant at() {
      return decision.at();
    }
  }

  record Refuse(Decision decision) implements Act {
    public Refuse {
      if (decision.outcome() != DecisionOutcome.REFUSE) {
        throw new IllegalArgumentException("an approval is no refusal");
      }
    }

    @Override
    public Instant at() {
      return decision.at();
    }
  }

  record Cancel(UUID by, Instant at) implements Act {}

  /// The time for a decision has run out.
  record Expire(Instant at) implements Act {}

  record StartCollecting(Instant at) implements Act {}

  record Seal(Instant at) implements Act {}

  record FindNothing(UnavailableCause cause, Instant at) implements Act {}

  /// The last byte of the package has gone out to who asked for it, or somebody to whom they handed
  /// it over confirmed to have it.
  ///
  /// @param to who asked for it
  record Deliver(UUID to, Instant at) implements Act {}

  record NoteOutcome(UUID by, Outcome outcome) implements Act {
    @Override
    public Instant at() {
      return outcome.at();
    }
  }
}
