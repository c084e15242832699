package anbinh.cases.incident;

import anbinh.cases.Incident.Timing;
import anbinh.cases.form.PointBody;
import anbinh.cases.form.Reason;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of an incident now, all of it, and why it is said anew.
record Correction(
    @NotBlank @Size(max = 200) String title,
    @Nullable @Size(max = 40) String type,
    @NotNull Timing timing,
    @NotNull Instant occurredFrom,
    @Nullable Instant occurredTo,
    @Nullable @Size(max = 200) String place,
    @Nullable @Valid PointBody point,
    @Nullable @Size(max = 100) String report,
    @Nullable @Size(max = 2000) String note,
    @NotBlank @Size(min = Reason.MIN_LENGTH, max = Reason.MAX_LENGTH) String reason) {
  NewIncident known() {
    return new NewIncident(
        title, type, timing, occurredFrom, occurredTo, place, point, report, note);
  }
}
