package anbinh.evidence.request;

import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.Outcome;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of `evidence.request` on its way to an [EvidenceRequest]; the cameras come from another
/// table.
record RequestRow(
    UUID id,
    String code,
    UUID caseId,
    UUID areaId,
    Instant from,
    Instant to,
    Purpose purpose,
    LegalBasis legalBasis,
    Offence offence,
    String necessity,
    boolean urgent,
    @Nullable SubjectClass subject,
    @Nullable Paper paper,
    UUID requestedBy,
    Instant requestedAt,
    Instant expiresAt,
    StateName state,
    @Nullable Decision decision,
    @Nullable Instant grantedFrom,
    @Nullable Instant grantedTo,
    @Nullable Instant cancelledAt,
    @Nullable Instant expiredAt,
    @Nullable Instant collectingSince,
    @Nullable Instant sealedAt,
    @Nullable UnavailableCause unavailableCause,
    @Nullable Instant unavailableAt,
    @Nullable Instant deliveredAt,
    @Nullable Outcome outcome,
    @Nullable Urgency urgency) {
  /// A camera that a request asks for.
  record Camera(UUID requestId, UUID cameraId, boolean granted) {}

  /// @param cameras those of the request, in their order
  EvidenceRequest request(List<Camera> cameras) {
    return new EvidenceRequest(
        id,
        code,
        areaId,
        new Application(
            caseId,
            new Grant(from, to, cameras.stream().map(Camera::cameraId).toList()),
            purpose,
            legalBasis,
            offence,
            necessity,
            urgent,
            subject,
            paper),
        requestedBy,
        requestedAt,
        expiresAt,
        state(cameras.stream().filter(Camera::granted).map(Camera::cameraId).toList()),
        urgency);
  }

  /// The table's constraints make sure that what a state needs is there.
  private RequestState state(List<UUID> granted) {
    return switch (state) {
      case REQUESTED -> new RequestState.Requested(expiresAt);
      case APPROVED -> new RequestState.Approved(there(decision), grant(granted));
      case REFUSED -> new RequestState.Refused(there(decision));
      case CANCELLED -> new RequestState.Cancelled(there(cancelledAt));
      case EXPIRED -> new RequestState.Expired(there(expiredAt));
      case COLLECTING ->
          new RequestState.Collecting(there(decision), grant(granted), there(collectingSince));
      case SEALED -> new RequestState.Sealed(there(decision), grant(granted), there(sealedAt));
      case UNAVAILABLE ->
          new RequestState.Unavailable(
              there(decision), grant(granted), there(unavailableCause), there(unavailableAt));
      case DELIVERED ->
          new RequestState.Delivered(
              there(decision), grant(granted), there(sealedAt), there(deliveredAt));
      case OUTCOME ->
          new RequestState.OutcomeNoted(
              there(decision), grant(granted), there(sealedAt), there(deliveredAt), there(outcome));
    };
  }

  private Grant grant(List<UUID> granted) {
    return new Grant(there(grantedFrom), there(grantedTo), granted);
  }

  private <T> T there(@Nullable T value) {
    return Objects.requireNonNull(
        value, () -> "the row of " + code + " lacks what its state needs");
  }
}
