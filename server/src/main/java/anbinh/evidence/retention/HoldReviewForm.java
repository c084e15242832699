package anbinh.evidence.retention;

import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// That a hold is still needed, as it was sent, before any rule.
///
/// @param reviewOn the day on which somebody looks at it again, ISO 8601
record HoldReviewForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reviewOn) {

  record Requested(String reason, LocalDate reviewOn) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read(LocalDate today) {
    var fields = new FieldReader();
    Optional<String> why = Fields.reason(fields, reason);
    Optional<LocalDate> day = Fields.reviewOn(fields, reviewOn, today);
    fields.throwProblems();
    return new Requested(why.orElseThrow(), day.orElseThrow());
  }
}
