package anbinh.evidence.web.owner;

import anbinh.evidence.owner.LinkSecret;
import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which sheet is printed, as it was sent.
///
/// @param secret of the owner's present link
/// @param language of the sheet: vi, en or ar
record SheetForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String secret,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String language) {
  /// A sheet that can be printed if the secret is right.
  record Requested(LinkSecret secret, Locale language) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    Optional<LinkSecret> link =
        fields.text("secret", secret, 1, LinkSecret.LENGTH).flatMap(LinkSecret::find);
    if (fields.clean() && link.isEmpty()) {
      fields.reject("secret", "owner-link");
    }
    Optional<Locale> requested = fields.language("language", language);
    fields.throwProblems();
    return new Requested(link.orElseThrow(), requested.orElseThrow());
  }
}
