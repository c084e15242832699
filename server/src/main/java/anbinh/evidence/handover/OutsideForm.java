package anbinh.evidence.handover;

import anbinh.evidence.request.form.FieldReader;
import anbinh.seal.pack.Receipt;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A hand-over to somebody without an account, as it was sent, before any rule.
///
/// @param title position or rank, if any
/// @param identity how it is made sure who receives it
public record OutsideForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String office,
    @Nullable String title,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String identity,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String medium) {
  private static final int MAX_LENGTH = 200;

  record Requested(Receipt.To to, Receipt.Identity identity, Receipt.Medium medium) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    Optional<String> who = line(fields, "name", name, 1);
    Optional<String> where = line(fields, "office", office, 1);
    Optional<String> as = line(fields, "title", title, 0);
    Optional<Receipt.Identity> sure = fields.choice("identity", identity, Receipt.Identity.class);
    if (sure.filter(Receipt.Identity.ACCOUNT::equals).isPresent()) {
      fields.reject("identity", "has-no-account");
    }
    Optional<Receipt.Medium> how = fields.choice("medium", medium, Receipt.Medium.class);
    fields.throwProblems();
    return new Requested(
        new Receipt.To(null, who.orElseThrow(), where.orElseThrow(), as.orElseThrow()),
        sure.orElseThrow(),
        how.orElseThrow());
  }

  /// A receipt holds each as one line.
  private static Optional<String> line(
      FieldReader fields, String field, @Nullable String sent, int shortest) {
    Optional<String> text = fields.text(field, sent, shortest, MAX_LENGTH);
    if (text.filter(OutsideForm::breaks).isPresent()) {
      fields.reject(field, "characters", MAX_LENGTH, shortest);
    }
    return text;
  }

  private static boolean breaks(String text) {
    return text.codePoints()
        .anyMatch(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029);
  }
}
