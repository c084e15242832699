package anbinh.standard.assessment;

import anbinh.standard.StandardOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done with an assessment.
///
/// @param outcome what was proposed or decided
/// @param number of a paper: the resolution, the decision, the certificate
/// @param on the day of that paper
/// @param lateReason why it came after its last day
record StandardStep(
    UUID id,
    Kind kind,
    int round,
    @Nullable StandardOutcome outcome,
    @Nullable String number,
    @Nullable LocalDate on,
    @Nullable String words,
    @Nullable String lateReason,
    UUID by,
    Instant at) {
  enum Kind {
    REGISTERED,
    SELF_ASSESSED,
    /// To whoever assesses it.
    RETURNED,
    APPRAISED,
    DECIDED,
    CERTIFIED,
    REVOKED
  }
}
