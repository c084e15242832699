package anbinh.evidence.web.owner;

import anbinh.evidence.owner.OwnerRequest;
import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the owner's recorder showed, as it was sent.
///
/// @param shown instant, ISO 8601: the recorder's screen read as a time of the site
/// @param at instant, ISO 8601: what the time was then
record ClockForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String shown,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String at) {
  /// Whoever looked, did so lately; the sender's clock may be ahead of ours a little.
  private static final Duration LATELY = Duration.ofDays(31);

  private static final Duration AHEAD = Duration.ofMinutes(10);

  /// @throws anbinh.platform.Problem that names every wrong field
  OwnerRequest.RecorderClock read(Instant now) {
    var fields = new FieldReader();
    Optional<Instant> recorder = fields.instant("shown", shown);
    Optional<Instant> known = fields.instant("at", at);
    if (known.filter(time -> time.isAfter(now.plus(AHEAD))).isPresent()) {
      fields.reject("at", "past-or-present");
    }
    if (known.filter(time -> time.isBefore(now.minus(LATELY))).isPresent()) {
      fields.reject("at", "lately", LATELY.toDays());
    }
    fields.throwProblems();
    return new OwnerRequest.RecorderClock(recorder.orElseThrow(), known.orElseThrow());
  }
}
