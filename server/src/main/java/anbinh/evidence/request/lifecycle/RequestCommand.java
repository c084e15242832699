package anbinh.evidence.request.lifecycle;

import java.time.Instant;
import java.util.UUID;

/// Something that somebody, or the server by itself, does to a request.
public sealed interface RequestCommand {
  Instant at();

  /// A decision; `grant` is what an approval grants.
  record Approve(Decision decision, Grant grant) implements RequestCommand {
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

  record Refuse(Decision decision) implements RequestCommand {
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

  record Cancel(UUID by, Instant at) implements RequestCommand {}

  /// The time for a decision has run out.
  record Expire(Instant at) implements RequestCommand {}

  record StartCollecting(Instant at) implements RequestCommand {}

  record Seal(Instant at) implements RequestCommand {}

  record FindNothing(UnavailableCause cause, Instant at) implements RequestCommand {}

  /// The last byte of the package has gone out to who asked for it, or somebody to whom they handed
  /// it over confirmed to have it.
  ///
  /// @param to who asked for it
  record Deliver(UUID to, Instant at) implements RequestCommand {}

  record NoteOutcome(UUID by, Outcome outcome) implements RequestCommand {
    @Override
    public Instant at() {
      return outcome.at();
    }
  }
}
