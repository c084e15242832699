package anbinh.evidence.retention;

import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The wish to lift a hold, as it was sent, before any rule.
record LiftingForm(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String reason) {
  /// @throws anbinh.platform.Problem that names what is wrong
  String read() {
    var fields = new FieldReader();
    Optional<String> why = Fields.reason(fields, reason);
    fields.throwProblems();
    return why.orElseThrow();
  }
}
