package anbinh.evidence.request.lifecycle;

import anbinh.evidence.request.lifecycle.RequestState.Approved;
import anbinh.evidence.request.lifecycle.RequestState.Cancelled;
import anbinh.evidence.request.lifecycle.RequestState.Collecting;
import anbinh.evidence.request.lifecycle.RequestState.Delivered;
import anbinh.evidence.request.lifecycle.RequestState.Expired;
import anbinh.evidence.request.lifecycle.RequestState.OutcomeNoted;
import anbinh.evidence.request.lifecycle.RequestState.Refused;
import anbinh.evidence.request.lifecycle.RequestState.Requested;
import anbinh.evidence.request.lifecycle.RequestState.Sealed;
import anbinh.evidence.request.lifecycle.RequestState.Unavailable;
import java.util.UUID;

/// All transitions of a request, and nothing else: no clock, no tables, no rights by role or area.
public final class LifeCycle {
  private LifeCycle() {}

  /// Takes one act.
  ///
  /// @param requester who asked
  /// @param asked what was asked for
  /// @param state where the request stands
  public static Step take(UUID requester, Grant asked, RequestState state, RequestCommand command) {
    return switch (command) {
      case RequestCommand.Approve approve -> approve(requester, asked, state, approve);
      case RequestCommand.Refuse refuse -> refuse(requester, state, refuse);
      case RequestCommand.Cancel cancel -> cancel(requester, state, cancel);
      case RequestCommand.Expire expire -> expire(state, expire);
      case RequestCommand.StartCollecting start -> start(state, start);
      case RequestCommand.Seal seal -> seal(state, seal);
      case RequestCommand.FindNothing nothing -> findNothing(state, nothing);
      case RequestCommand.Deliver deliver -> deliver(requester, state, deliver);
      case RequestCommand.NoteOutcome noted -> noteOutcome(requester, state, noted);
    };
  }

  private static Step approve(
      UUID requester, Grant asked, RequestState state, RequestCommand.Approve approve) {
    if (approve.decision().by().equals(requester)) {
      return denied(Denial.OWN_REQUEST);
    }
    if (!undecided(state, approve)) {
      return denied(Denial.ALREADY_DECIDED);
    }
    if (!approve.grant().within(asked)) {
      return denied(Denial.MORE_THAN_ASKED);
    }
    boolean all = approve.grant().sameAs(asked);
    if (all != (approve.decision().outcome() == DecisionOutcome.APPROVE)) {
      return denied(Denial.NOT_LESS);
    }
    return taken(new Approved(approve.decision(), approve.grant()));
  }

  private static Step refuse(UUID requester, RequestState state, RequestCommand.Refuse refuse) {
    if (refuse.decision().by().equals(requester)) {
      return denied(Denial.OWN_REQUEST);
    }
    return undecided(state, refuse)
        ? taken(new Refused(refuse.decision()))
        : denied(Denial.ALREADY_DECIDED);
  }

  private static Step cancel(UUID requester, RequestState state, RequestCommand.Cancel cancel) {
    if (!cancel.by().equals(requester)) {
      return denied(Denial.NOT_THE_REQUESTER);
    }
    return undecided(state, cancel)
        ? taken(new Cancelled(cancel.at()))
        : denied(Denial.ALREADY_DECIDED);
  }

  private static Step expire(RequestState state, RequestCommand.Expire expire) {
    return switch (state) {
      case Requested requested ->
          expire.at().isBefore(requested.expiresAt())
              ? denied(Denial.NOT_DUE)
              : taken(new Expired(expire.at()));
      case Approved _,
          Refused _,
          Cancelled _,
          Expired _,
          Collecting _,
          Sealed _,
          Unavailable _,
          Delivered _,
          OutcomeNoted _ ->
          denied(Denial.ALREADY_DECIDED);
    };
  }

  private static Step start(RequestState state, RequestCommand.StartCollecting start) {
    return switch (state) {
      case Approved approved ->
          taken(new Collecting(approved.decision(), approved.grant(), start.at()));
      case Requested _,
          Refused _,
          Cancelled _,
          Expired _,
          Collecting _,
          Sealed _,
          Unavailable _,
          Delivered _,
          OutcomeNoted _ ->
          denied(Denial.WRONG_STATE);
    };
  }

  private static Step seal(RequestState state, RequestCommand.Seal seal) {
    return switch (state) {
      case Collecting collecting ->
          taken(new Sealed(collecting.decision(), collecting.grant(), seal.at()));
      case Requested _,
          Approved _,
          Refused _,
          Cancelled _,
          Expired _,
          Sealed _,
          Unavailable _,
          Delivered _,
          OutcomeNoted _ ->
          denied(Denial.WRONG_STATE);
    };
  }

  private static Step findNothing(RequestState state, RequestCommand.FindNothing nothing) {
    return switch (state) {
      case Collecting collecting ->
          taken(
              new Unavailable(
                  collecting.decision(), collecting.grant(), nothing.cause(), nothing.at()));
      case Requested _,
          Approved _,
          Refused _,
          Cancelled _,
          Expired _,
          Sealed _,
          Unavailable _,
          Delivered _,
          OutcomeNoted _ ->
          denied(Denial.WRONG_STATE);
    };
  }

  private static Step deliver(UUID requester, RequestState state, RequestCommand.Deliver deliver) {
    if (!deliver.to().equals(requester)) {
      return denied(Denial.NOT_THE_REQUESTER);
    }
    return switch (state) {
      case Sealed sealed ->
          taken(new Delivered(sealed.decision(), sealed.grant(), sealed.at(), deliver.at()));
      case Requested _,
          Approved _,
          Refused _,
          Cancelled _,
          Expired _,
          Collecting _,
          Unavailable _,
          Delivered _,
          OutcomeNoted _ ->
          denied(Denial.WRONG_STATE);
    };
  }

  private static Step noteOutcome(
      UUID requester, RequestState state, RequestCommand.NoteOutcome noted) {
    if (!noted.by().equals(requester)) {
      return denied(Denial.NOT_THE_REQUESTER);
    }
    return switch (state) {
      case Delivered delivered ->
          taken(
              new OutcomeNoted(
                  delivered.decision(),
                  delivered.grant(),
                  delivered.sealedAt(),
                  delivered.at(),
                  noted.outcome()));
      case Requested _,
          Approved _,
          Refused _,
          Cancelled _,
          Expired _,
          Collecting _,
          Sealed _,
          Unavailable _,
          OutcomeNoted _ ->
          denied(Denial.WRONG_STATE);
    };
  }

  /// Whether the state still lets a person act on the question itself; a request past its time
  /// counts as expired even before the job has said so.
  private static boolean undecided(RequestState state, RequestCommand command) {
    return state instanceof Requested requested && command.at().isBefore(requested.expiresAt());
  }

  private static Step taken(RequestState state) {
    return new Step.Taken(state);
  }

  private static Step denied(Denial why) {
    return new Step.Denied(why);
  }
}
