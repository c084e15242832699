package anbinh.evidence.request.form;

import anbinh.evidence.request.UrgentCause;
import anbinh.evidence.request.UrgentReason;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a request cannot wait, as it was sent, before any rule.
///
/// @param urgentReason an [UrgentReason]
/// @param urgentWords what happened, 10 to 500 characters
public record UrgentForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String urgentReason,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String urgentWords) {
  static final int MIN_WORDS = 10;
  static final int MAX_WORDS = 500;

  /// @throws anbinh.platform.Problem that names every wrong field
  public UrgentCause read() {
    var fields = new FieldReader();
    Optional<UrgentCause> cause = read(fields);
    fields.throwProblems();
    return cause.orElseThrow();
  }

  /// Empty when a field is wrong, which the reader then knows.
  Optional<UrgentCause> read(FieldReader fields) {
    Optional<UrgentReason> reason = fields.choice("urgentReason", urgentReason, UrgentReason.class);
    Optional<String> words = fields.text("urgentWords", urgentWords, MIN_WORDS, MAX_WORDS);
    return reason.isPresent() && words.isPresent()
        ? Optional.of(new UrgentCause(reason.get(), words.get()))
        : Optional.empty();
  }
}
