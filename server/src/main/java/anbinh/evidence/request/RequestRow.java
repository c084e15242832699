package anbinh.evidence.request;

import anbinh.cases.Clarified;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.Outcome;
import anbinh.evidence.request.lifecycle.RequestState;
import anbinh.evidence.request.lifecycle.StateName;
import anbinh.evidence.request.lifecycle.UnavailableCause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row of `evidence.request` on its way to an [EvidenceRequest]; the cameras come from another
/// table and are added afterwards.
final class RequestRow {
  private final UUID id;
  private final String code;
  private final UUID caseId;
  private final UUID areaId;
  private final Instant from;
  private final Instant to;
  private final Purpose purpose;
  private final LegalBasis legalBasis;
  private final Offence offence;
  private final String necessity;
  private final boolean urgent;
  private final @Nullable SubjectClass subject;
  private final @Nullable Paper paper;
  private final UUID requestedBy;
  private final Instant requestedAt;
  private final Instant expiresAt;
  private final StateName state;
  private final @Nullable Decision decision;
  private final @Nullable Instant grantedFrom;
  private final @Nullable Instant grantedTo;
  private final @Nullable Instant cancelledAt;
  private final @Nullable Instant expiredAt;
  private final @Nullable Instant collectingSince;
  private final @Nullable Instant sealedAt;
  private final @Nullable UnavailableCause unavailableCause;
  private final @Nullable Instant unavailableAt;
  private final @Nullable Instant deliveredAt;
  private final @Nullable Outcome outcome;
  private final @Nullable Urgency urgency;
  private final List<UUID> cameras = new ArrayList<>();
  private final List<UUID> grantedCameras = new ArrayList<>();

  private RequestRow(ResultSet row) throws SQLException {
    id = row.getObject("id", UUID.class);
    code = row.getString("code");
    caseId = row.getObject("case_id", UUID.class);
    areaId = row.getObject("area_id", UUID.class);
    from = row.getTimestamp("from_at").toInstant();
    to = row.getTimestamp("to_at").toInstant();
    purpose = Purpose.valueOf(row.getString("purpose"));
    legalBasis = LegalBasis.valueOf(row.getString("legal_basis"));
    offence = Offence.valueOf(row.getString("offence"));
    necessity = row.getString("necessity");
    urgent = row.getBoolean("urgent");
    String about = row.getString("subject_class");
    subject = about == null ? null : SubjectClass.valueOf(about);
    paper = paper(row);
    requestedBy = row.getObject("requested_by", UUID.class);
    requestedAt = row.getTimestamp("requested_at").toInstant();
    expiresAt = row.getTimestamp("expires_at").toInstant();
    state = StateName.valueOf(row.getString("state"));
    decision = decision(row);
    grantedFrom = instant(row, "granted_from");
    grantedTo = instant(row, "granted_to");
    cancelledAt = instant(row, "cancelled_at");
    expiredAt = instant(row, "expired_at");
    collectingSince = instant(row, "collecting_since");
    sealedAt = instant(row, "sealed_at");
    String cause = row.getString("unavailable_cause");
    unavailableCause = cause == null ? null : UnavailableCause.valueOf(cause);
    unavailableAt = instant(row, "unavailable_at");
    deliveredAt = instant(row, "delivered_at");
    outcome = outcome(row);
    urgency = urgency(row);
  }

  static RequestRow read(ResultSet row, int number) throws SQLException {
    return new RequestRow(row);
  }

  UUID id() {
    return id;
  }

  void addCamera(UUID camera, boolean granted) {
    cameras.add(camera);
    if (granted) {
      grantedCameras.add(camera);
    }
  }

  EvidenceRequest request() {
    return new EvidenceRequest(
        id,
        code,
        areaId,
        new Application(
            caseId,
            new Grant(from, to, cameras),
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
        state(),
        urgency);
  }

  /// The table's constraints make sure that what a state needs is there.
  private RequestState state() {
    return switch (state) {
      case REQUESTED -> new RequestState.Requested(expiresAt);
      case APPROVED -> new RequestState.Approved(there(decision), grant());
      case REFUSED -> new RequestState.Refused(there(decision));
      case CANCELLED -> new RequestState.Cancelled(there(cancelledAt));
      case EXPIRED -> new RequestState.Expired(there(expiredAt));
      case COLLECTING ->
          new RequestState.Collecting(there(decision), grant(), there(collectingSince));
      case SEALED -> new RequestState.Sealed(there(decision), grant(), there(sealedAt));
      case UNAVAILABLE ->
          new RequestState.Unavailable(
              there(decision), grant(), there(unavailableCause), there(unavailableAt));
      case DELIVERED ->
          new RequestState.Delivered(there(decision), grant(), there(sealedAt), there(deliveredAt));
      case OUTCOME ->
          new RequestState.OutcomeNoted(
              there(decision), grant(), there(sealedAt), there(deliveredAt), there(outcome));
    };
  }

  private Grant grant() {
    return new Grant(there(grantedFrom), there(grantedTo), grantedCameras);
  }

  private <T> T there(@Nullable T value) {
    return Objects.requireNonNull(
        value, () -> "the row of " + code + " lacks what its state needs");
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Decision decision(ResultSet row) throws SQLException {
    Instant at = instant(row, "decided_at");
    return at == null
        ? null
        : new Decision(
            DecisionOutcome.valueOf(row.getString("decision")),
            DecisionReason.valueOf(row.getString("reason_code")),
            row.getString("reason"),
            row.getObject("decided_by", UUID.class),
            at);
  }

  private static @Nullable Paper paper(ResultSet row) throws SQLException {
    String number = row.getString("paper_number");
    return number == null
        ? null
        : new Paper(
            number, row.getObject("paper_on", LocalDate.class), row.getString("paper_sha256"));
  }

  private static @Nullable Urgency urgency(ResultSet row) throws SQLException {
    Instant at = instant(row, "urgent_at");
    return at == null
        ? null
        : new Urgency(
            new UrgentCause(
                UrgentReason.valueOf(row.getString("urgent_reason")),
                row.getString("urgent_words")),
            row.getObject("urgent_by", UUID.class),
            at);
  }

  private static @Nullable Outcome outcome(ResultSet row) throws SQLException {
    Instant at = instant(row, "outcome_at");
    if (at == null) {
      return null;
    }
    Set<Clarified> clarified =
        Arrays.stream((String[]) row.getArray("clarified").getArray())
            .map(Clarified::valueOf)
            .collect(Collectors.toUnmodifiableSet());
    return new Outcome(row.getBoolean("useful"), clarified, row.getString("outcome_note"), at);
  }
}
