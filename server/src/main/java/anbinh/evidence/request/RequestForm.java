package anbinh.evidence.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request as it was sent, before any rule: all text, so that every wrong field can be named at
/// once.
///
/// @param caseId UUID of an open case
/// @param cameraIds UUIDs, at least one
/// @param from instant, ISO 8601
/// @param to instant, ISO 8601
/// @param purpose a [Purpose]
/// @param legalBasis a [LegalBasis]
/// @param offence an [Offence]
/// @param necessity why nothing less would do, 20 to 500 characters
/// @param urgent whether the footage is to be secured before anybody decides
/// @param urgentReason an [UrgentReason]; needed when it is urgent
/// @param urgentWords what happened, 10 to 500 characters; needed when it is urgent
public record RequestForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String caseId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable List<@Nullable String> cameraIds,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String to,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String purpose,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String legalBasis,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String offence,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String necessity,
    @Nullable Boolean urgent,
    @Nullable String urgentReason,
    @Nullable String urgentWords) {

  /// Why it cannot wait, of a form that was read by all rules; empty when it can.
  public Optional<UrgentCause> urgentCause() {
    return Boolean.TRUE.equals(urgent)
        ? Optional.of(new UrgentForm(urgentReason, urgentWords).read())
        : Optional.empty();
  }
}
