package anbinh.evidence.web.owner;

import anbinh.evidence.request.form.FieldReader;
import org.jspecify.annotations.Nullable;

/// An owner's no, as it was sent.
///
/// @param reason in the owner's words; need not be given
record RefusalForm(@Nullable String reason) {
  private static final int MAX_REASON = 500;

  /// The reason, if there is one.
  ///
  /// @throws anbinh.platform.Problem that names the wrong field
  @Nullable String read() {
    var fields = new FieldReader();
    String text = fields.text("reason", reason, 0, MAX_REASON).orElse("");
    fields.throwProblems();
    return text.isEmpty() ? null : text;
  }
}
