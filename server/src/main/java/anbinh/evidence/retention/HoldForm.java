package anbinh.evidence.retention;

import anbinh.cases.CaseEnding;
import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A hold to be put on a package, as it was sent, before any rule.
///
/// @param document the number of the paper that it rests on
/// @param authority whose paper it is
/// @param article of the law that asks for it
/// @param reviewOn the day on which somebody looks at it again, ISO 8601
record HoldForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String document,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String authority,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String article,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reviewOn) {
  private static final int MAX_LENGTH = 120;

  record Requested(Hold.Basis basis, LocalDate reviewOn) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read(LocalDate today) {
    var fields = new FieldReader();
    Optional<String> number = fields.text("document", document, 1, MAX_LENGTH);
    Optional<CaseEnding.Issuer> whose =
        fields.choice("authority", authority, CaseEnding.Issuer.class);
    Optional<String> law = fields.text("article", article, 1, MAX_LENGTH);
    Optional<String> why = Fields.reason(fields, reason);
    Optional<LocalDate> day = Fields.reviewOn(fields, reviewOn, today);
    fields.throwProblems();
    return new Requested(
        new Hold.Basis(
            number.orElseThrow(), whose.orElseThrow(), law.orElseThrow(), why.orElseThrow()),
        day.orElseThrow());
  }
}
