package anbinh.evidence.web;

import anbinh.evidence.owner.LinkSecret;
import anbinh.evidence.request.FieldReader;
import anbinh.platform.Messages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which sheet is printed, as it was sent.
///
/// @param secret of the owner's present link
/// @param language of the sheet: vi, en or ar
record SheetForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String secret,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String language) {
  private static final int LONGEST_LANGUAGE = 35;
  private static final String LANGUAGES =
      Messages.LANGUAGES.stream().map(Locale::getLanguage).collect(Collectors.joining(", "));

  /// A sheet that can be printed if the secret is right.
  record Wanted(LinkSecret secret, Locale language) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Wanted read() {
    var fields = new FieldReader();
    Optional<LinkSecret> link =
        fields.text("secret", secret, 1, LinkSecret.LENGTH).flatMap(LinkSecret::find);
    if (fields.clean() && link.isEmpty()) {
      fields.reject("secret", "owner-link");
    }
    Optional<Locale> wanted = language(fields, language);
    fields.throwProblems();
    return new Wanted(link.orElseThrow(), wanted.orElseThrow());
  }

  /// One of our languages, in the field `language`.
  static Optional<Locale> language(FieldReader fields, @Nullable String sent) {
    Optional<String> code = fields.text("language", sent, 1, LONGEST_LANGUAGE);
    Optional<Locale> found = code.flatMap(SheetForm::language);
    if (code.isPresent() && found.isEmpty()) {
      fields.reject("language", "choice", LANGUAGES);
    }
    return found;
  }

  private static Optional<Locale> language(String code) {
    return Messages.LANGUAGES.stream().filter(one -> one.getLanguage().equals(code)).findFirst();
  }
}
