package anbinh.evidence.request.form;

import anbinh.evidence.request.UrgentCause;
import anbinh.platform.Inbound;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request as it was sent, before any rule: all text, so that every wrong field can be named at
/// once.
///
/// @param caseId UUID of an open case
/// @param incidentId UUID of the incident of the case that it is about; none is the whole case
/// @param cameraIds UUIDs, at least one
/// @param from instant, ISO 8601
/// @param to instant, ISO 8601
/// @param purpose a [anbinh.evidence.request.Purpose]
/// @param legalBasis a [anbinh.evidence.request.LegalBasis]
/// @param offence an [anbinh.evidence.request.Offence]
/// @param necessity why nothing less would do, 20 to 500 characters
/// @param urgent whether the footage is to be secured before anybody decides
/// @param urgentReason an [anbinh.evidence.request.UrgentReason]; needed when it is urgent
/// @param urgentWords what happened, 10 to 500 characters; needed when it is urgent
/// @param subjectClass a [SubjectClass]; may be left out
/// @param paperNumber of the paper by which it is asked, 1 to 100 characters; with its date or not
///   at all
/// @param paperDate its day, ISO 8601, not in the future
/// @param paperSha256 SHA-256 of its scan, 64 hexadecimal digits; may be left out
public record RequestForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String caseId,
    @Nullable String incidentId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<@Nullable String> cameraIds,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String to,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String purpose,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String legalBasis,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String offence,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String necessity,
    @Nullable Boolean urgent,
    @Nullable String urgentReason,
    @Nullable String urgentWords,
    @Nullable String subjectClass,
    @Nullable String paperNumber,
    @Nullable String paperDate,
    @Nullable String paperSha256) {

  /// Which incident it is about, of a form that was read by all rules.
  public Optional<UUID> incident() {
    return Optional.ofNullable(incidentId).flatMap(Inbound::id);
  }

  /// Why it cannot wait, of a form that was read by all rules; empty when it can.
  public Optional<UrgentCause> urgentCause() {
    return Boolean.TRUE.equals(urgent)
        ? Optional.of(new UrgentForm(urgentReason, urgentWords).read())
        : Optional.empty();
  }
}
