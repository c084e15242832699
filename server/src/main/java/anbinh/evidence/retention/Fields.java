package anbinh.evidence.retention;

import anbinh.evidence.request.form.FieldReader;
import anbinh.platform.Inbound;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields that several forms about holds have.
final class Fields {
  static final int MIN_REASON = 10;
  static final int MAX_REASON = 1_000;

  private Fields() {}

  static Optional<String> reason(FieldReader fields, @Nullable String sent) {
    return fields.text("reason", sent, MIN_REASON, MAX_REASON);
  }

  /// The day on which a hold is looked at again: after today, and within a year.
  static Optional<LocalDate> reviewOn(FieldReader fields, @Nullable String sent, LocalDate today) {
    if (sent == null || sent.isBlank()) {
      fields.reject("reviewOn", "required");
      return Optional.empty();
    }
    Optional<LocalDate> day = Inbound.date(sent.strip());
    if (day.isEmpty()) {
      fields.reject("reviewOn", "date");
    } else if (!day.get().isAfter(today) || day.get().isAfter(today.plusYears(1))) {
      fields.reject("reviewOn", "within-a-year");
    }
    return day;
  }
}
