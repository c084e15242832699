package anbinh.evidence.copy;

import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What another person says of a copy, as it was sent, before any rule.
///
/// @param words needed to refuse
record ReviewForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String outcome,
    @Nullable String words) {
  private static final int MAX_WORDS = 2_000;

  enum Outcome {
    CONFIRM,
    REFUSE
  }

  record Requested(Outcome outcome, @Nullable String words) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    Optional<Outcome> what = fields.choice("outcome", outcome, Outcome.class);
    int shortest = what.filter(Outcome.REFUSE::equals).isPresent() ? 1 : 0;
    Optional<String> why = fields.text("words", words, shortest, MAX_WORDS);
    fields.throwProblems();
    return new Requested(what.orElseThrow(), why.filter(text -> !text.isEmpty()).orElse(null));
  }
}
