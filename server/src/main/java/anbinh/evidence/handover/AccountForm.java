package anbinh.evidence.handover;

import anbinh.evidence.request.form.FieldReader;
import anbinh.seal.pack.Receipt;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A hand-over to somebody with an account, as it was sent, before any rule.
public record AccountForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String recipientId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String medium) {

  record Requested(UUID recipient, Receipt.Medium medium) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    Optional<UUID> recipient = fields.id("recipientId", recipientId);
    Optional<Receipt.Medium> how = fields.choice("medium", medium, Receipt.Medium.class);
    fields.throwProblems();
    return new Requested(recipient.orElseThrow(), how.orElseThrow());
  }
}
