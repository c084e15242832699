package anbinh.evidence.request.lifecycle;

import java.time.Instant;

/// Where a request stands in its life cycle, with what is known in that state.
public sealed interface RequestState {
  StateName name();

  /// Waiting for a decision.
  ///
  /// @param expiresAt when it lapses undecided
  record Requested(Instant expiresAt) implements RequestState {
    @Override
    public StateName name() {
      return StateName.REQUESTED;
    }
  }

  /// Approved, whole or for less; the collector has not begun.
  record Approved(Decision decision, Grant grant) implements RequestState {
    @Override
    public StateName name() {
      return StateName.APPROVED;
    }
  }

  record Refused(Decision decision) implements RequestState {
    @Override
    public StateName name() {
      return StateName.REFUSED;
    }
  }

  /// Withdrawn by the requester before a decision.
  record Cancelled(Instant at) implements RequestState {
    @Override
    public StateName name() {
      return StateName.CANCELLED;
    }
  }

  /// Nobody decided in time.
  record Expired(Instant at) implements RequestState {
    @Override
    public StateName name() {
      return StateName.EXPIRED;
    }
  }

  /// The collector takes the granted footage.
  record Collecting(Decision decision, Grant grant, Instant since) implements RequestState {
    @Override
    public StateName name() {
      return StateName.COLLECTING;
    }
  }

  /// The package is sealed and waits for the requester.
  record Sealed(Decision decision, Grant grant, Instant at) implements RequestState {
    @Override
    public StateName name() {
      return StateName.SEALED;
    }
  }

  /// None of the granted cameras holds anything of the granted time.
  record Unavailable(Decision decision, Grant grant, UnavailableCause cause, Instant at)
      implements RequestState {
    @Override
    public StateName name() {
      return StateName.UNAVAILABLE;
    }
  }

  /// The requester has the whole package.
  record Delivered(Decision decision, Grant grant, Instant sealedAt, Instant at)
      implements RequestState {
    @Override
    public StateName name() {
      return StateName.DELIVERED;
    }
  }

  /// The requester has said what it was good for; the last state.
  record OutcomeNoted(
      Decision decision, Grant grant, Instant sealedAt, Instant deliveredAt, Outcome outcome)
      implements RequestState {
    @Override
    public StateName name() {
      return StateName.OUTCOME;
    }
  }
}
