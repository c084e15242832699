package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.Denial;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.LifeCycle;
import anbinh.evidence.request.lifecycle.RequestCommand;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it is now.
///
/// @param code what people call it, for example `REQ-2026-0001`
/// @param areaId the area of its case
/// @param expiresAt when it lapses if nobody decides
/// @param urgency who said that it cannot wait, and why; null when nobody did
public record EvidenceRequest(
    UUID id,
    String code,
    UUID areaId,
    Application application,
    UUID requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    RequestState state,
    @Nullable Urgency urgency) {

  public Grant asked() {
    return application.asked();
  }

  public boolean madeBy(UUID person) {
    return requestedBy.equals(person);
  }

  public boolean markedUrgentBy(UUID person) {
    return urgency != null && urgency.by().equals(person);
  }

  /// Takes one act of the life cycle; who marked it urgent decides it as little as the requester.
  public Step take(RequestCommand command) {
    return decider(command).filter(by -> markedUrgentBy(by) && !madeBy(by)).isPresent()
        ? new Step.Denied(Denial.OWN_URGENCY)
        : LifeCycle.take(requestedBy, asked(), state, command);
  }

  private static Optional<UUID> decider(RequestCommand command) {
    return switch (command) {
      case RequestCommand.Approve approve -> Optional.of(approve.decision().by());
      case RequestCommand.Refuse refuse -> Optional.of(refuse.decision().by());
      case RequestCommand.Cancel _,
          RequestCommand.Expire _,
          RequestCommand.StartCollecting _,
          RequestCommand.Seal _,
          RequestCommand.FindNothing _,
          RequestCommand.Deliver _,
          RequestCommand.NoteOutcome _ ->
          Optional.empty();
    };
  }

  /// The same request in another state.
  public EvidenceRequest in(RequestState next) {
    return new EvidenceRequest(
        id, code, areaId, application, requestedBy, requestedAt, expiresAt, next, urgency);
  }

  /// Whether a decision at that time would still count.
  public boolean decidableAt(Instant at) {
    return state instanceof RequestState.Requested && at.isBefore(expiresAt);
  }

  /// The decision of another person, if there was one.
  public Optional<Decision> findDecision() {
    return switch (state) {
      case RequestState.Requested _, RequestState.Cancelled _, RequestState.Expired _ ->
          Optional.empty();
      case RequestState.Refused refused -> Optional.of(refused.decision());
      case RequestState.Approved approved -> Optional.of(approved.decision());
      case RequestState.Collecting collecting -> Optional.of(collecting.decision());
      case RequestState.Sealed sealed -> Optional.of(sealed.decision());
      case RequestState.Unavailable unavailable -> Optional.of(unavailable.decision());
      case RequestState.Delivered delivered -> Optional.of(delivered.decision());
      case RequestState.OutcomeNoted noted -> Optional.of(noted.decision());
    };
  }

  /// What was granted, if anything.
  public Optional<Grant> findGrant() {
    return switch (state) {
      case RequestState.Requested _,
          RequestState.Cancelled _,
          RequestState.Expired _,
          RequestState.Refused _ ->
          Optional.empty();
      case RequestState.Approved approved -> Optional.of(approved.grant());
      case RequestState.Collecting collecting -> Optional.of(collecting.grant());
      case RequestState.Sealed sealed -> Optional.of(sealed.grant());
      case RequestState.Unavailable unavailable -> Optional.of(unavailable.grant());
      case RequestState.Delivered delivered -> Optional.of(delivered.grant());
      case RequestState.OutcomeNoted noted -> Optional.of(noted.grant());
    };
  }

  /// Whether it waits for a decision or is being collected, so that its case must stay open.
  public boolean pending() {
    return switch (state.name()) {
      case REQUESTED, APPROVED, COLLECTING -> true;
      case REFUSED, CANCELLED, EXPIRED, SEALED, UNAVAILABLE, DELIVERED, OUTCOME -> false;
    };
  }

  /// Whether there is a package.
  public boolean sealed() {
    return switch (state.name()) {
      case SEALED, DELIVERED, OUTCOME -> true;
      case REQUESTED, APPROVED, REFUSED, CANCELLED, EXPIRED, COLLECTING, UNAVAILABLE -> false;
    };
  }
}
