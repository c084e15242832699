package anbinh.evidence.request.form;

import anbinh.cases.Clarified;
import anbinh.evidence.request.lifecycle.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The outcome of a delivered package as it was sent, before any rule.
public record OutcomeForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Boolean useful,
    @Nullable List<@Nullable String> clarified,
    @Nullable String note) {
  private static final int MAX_NOTE = 2000;

  /// @throws anbinh.platform.Problem that names every wrong field
  public Outcome read(Instant now) {
    var fields = new FieldReader();
    if (useful == null) {
      fields.reject("useful", "required");
    }
    Set<Clarified> what = EnumSet.noneOf(Clarified.class);
    List<@Nullable String> sent = clarified == null ? List.of() : clarified;
    for (int index = 0; index < sent.size(); index++) {
      fields
          .choice("clarified[" + index + "]", sent.get(index), Clarified.class)
          .ifPresent(what::add);
    }
    if (Boolean.FALSE.equals(useful) && !sent.isEmpty()) {
      fields.reject("clarified", "not-useful");
    }
    String text = fields.text("note", note, 0, MAX_NOTE).orElse("");
    fields.throwProblems();
    return new Outcome(Boolean.TRUE.equals(useful), what, text, now);
  }
}
