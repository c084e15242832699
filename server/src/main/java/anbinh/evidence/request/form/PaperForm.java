package anbinh.evidence.request.form;

import anbinh.evidence.request.Paper;
import anbinh.platform.Inbound;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The paper of a request as it was sent, before any rule: number and day together or neither.
record PaperForm(@Nullable String number, @Nullable String on, @Nullable String sha256) {
  private static final int MAX_NUMBER = 100;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// @return empty where none is named, and where something is wrong
  Optional<Paper> read(FieldReader fields, LocalDate today) {
    if (blank(number) && blank(on) && blank(sha256)) {
      return Optional.empty();
    }
    Optional<String> readNumber = fields.text("paperNumber", number, 1, MAX_NUMBER);
    Optional<LocalDate> day = readDay(fields, today);
    String hash = blank(sha256) ? null : text(sha256).toLowerCase(Locale.ROOT);
    if (hash != null && !HASH.matcher(hash).matches()) {
      fields.reject("paperSha256", "sha256");
    }
    return fields.clean()
        ? Optional.of(new Paper(readNumber.orElseThrow(), day.orElseThrow(), hash))
        : Optional.empty();
  }

  private Optional<LocalDate> readDay(FieldReader fields, LocalDate today) {
    if (blank(on)) {
      fields.reject("paperDate", "required");
      return Optional.empty();
    }
    Optional<LocalDate> day = Inbound.date(text(on));
    if (day.isEmpty()) {
      fields.reject("paperDate", "date");
    } else if (day.get().isAfter(today)) {
      fields.reject("paperDate", "past-or-present");
    }
    return day;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text.strip();
  }
}
