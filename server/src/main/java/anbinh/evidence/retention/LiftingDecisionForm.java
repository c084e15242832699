package anbinh.evidence.retention;

import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an approver says of the wish to lift a hold, as it was sent, before any rule.
///
/// @param reason needed to refuse
record LiftingDecisionForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String outcome,
    @Nullable String reason) {

  /// @param words null where none are needed and none were given
  record Requested(Hold.LiftingOutcome outcome, @Nullable String words) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    Optional<Hold.LiftingOutcome> what =
        fields.choice("outcome", outcome, Hold.LiftingOutcome.class);
    boolean refused = what.filter(Hold.LiftingOutcome.REFUSED::equals).isPresent();
    Optional<String> words =
        refused
            ? Fields.reason(fields, reason)
            : fields.text("reason", reason, 0, Fields.MAX_REASON);
    fields.throwProblems();
    return new Requested(what.orElseThrow(), words.filter(text -> !text.isEmpty()).orElse(null));
  }
}
