package anbinh.evidence.request.form;

import anbinh.evidence.request.lifecycle.Decision;
import anbinh.evidence.request.lifecycle.DecisionOutcome;
import anbinh.evidence.request.lifecycle.DecisionReason;
import anbinh.evidence.request.lifecycle.Grant;
import anbinh.evidence.request.lifecycle.RequestCommand;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision as it was sent, before any rule.
///
/// @param outcome a [DecisionOutcome]
/// @param reasonCode a [DecisionReason] that fits the outcome; an approval may leave it out
/// @param reason in the decider's own words; may be left out when approving
/// @param from start of what is granted; left out: as asked
/// @param to end of what is granted; left out: as asked
/// @param cameraIds what is granted; left out: as asked
public record DecisionForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String outcome,
    @Nullable String reasonCode,
    @Nullable String reason,
    @Nullable String from,
    @Nullable String to,
    @Nullable List<@Nullable String> cameraIds) {
  static final int MIN_REASON = 3;
  static final int MAX_REASON = 500;

  /// Reads the form by all rules but those of the life cycle.
  ///
  /// @throws anbinh.platform.Problem that names every wrong field
  public RequestCommand read(Grant asked, UUID by, Instant now) {
    var fields = new FieldReader();
    Optional<DecisionOutcome> requested = fields.choice("outcome", outcome, DecisionOutcome.class);
    if (requested.isEmpty()) {
      fields.throwProblems();
    }
    DecisionOutcome decided = requested.orElseThrow();
    Optional<DecisionReason> code = readCode(decided, fields);
    int shortest = decided == DecisionOutcome.APPROVE ? 0 : MIN_REASON;
    Optional<String> text = fields.text("reason", reason, shortest, MAX_REASON);
    Optional<Grant> granted =
        decided == DecisionOutcome.REFUSE ? Optional.empty() : readGrant(asked, fields);
    fields.throwProblems();
    var decision = new Decision(decided, code.orElseThrow(), text.orElseThrow(), by, now);
    return decided == DecisionOutcome.REFUSE
        ? new RequestCommand.Refuse(decision)
        : new RequestCommand.Approve(decision, granted.orElseThrow());
  }

  private Optional<DecisionReason> readCode(DecisionOutcome decided, FieldReader fields) {
    if (decided != DecisionOutcome.REFUSE && (reasonCode == null || reasonCode.isBlank())) {
      return Optional.of(impliedCode(decided));
    }
    Optional<DecisionReason> code = fields.choice("reasonCode", reasonCode, DecisionReason.class);
    if (code.isPresent() && !code.get().fits(decided)) {
      fields.reject("reasonCode", "choice", FieldReader.choices(DecisionReason.listFor(decided)));
      return Optional.empty();
    }
    return code;
  }

  /// The reason that an approval gives by itself.
  private DecisionReason impliedCode(DecisionOutcome decided) {
    if (decided == DecisionOutcome.APPROVE) {
      return DecisionReason.JUSTIFIED;
    }
    return from == null && to == null
        ? DecisionReason.FEWER_CAMERAS_SUFFICE
        : DecisionReason.LESS_TIME_SUFFICES;
  }

  private Optional<Grant> readGrant(Grant asked, FieldReader fields) {
    Optional<Instant> start =
        from == null
            ? Optional.of(asked.from())
            : fields
                .instant("from", from)
                .map(Grant::whole)
                .map(sent -> nearly(sent, asked.from()));
    Optional<Instant> end =
        to == null
            ? Optional.of(asked.to())
            : fields.instant("to", to).map(Grant::whole).map(sent -> nearly(sent, asked.to()));
    List<UUID> cameras = cameraIds == null ? asked.cameraIds() : readCameras(asked, fields);
    if (start.isPresent() && end.isPresent()) {
      if (!start.get().isBefore(end.get())) {
        fields.reject("to", "after-from");
      }
      if (start.get().isBefore(asked.from())) {
        fields.reject("from", "more-than-asked");
      }
      if (end.get().isAfter(asked.to())) {
        fields.reject("to", "more-than-asked");
      }
    }
    return fields.clean()
        ? Optional.of(new Grant(start.orElseThrow(), end.orElseThrow(), cameras))
        : Optional.empty();
  }

  /// The bound that was asked for when a form that shows whole seconds sends it back shortened.
  private static Instant nearly(Instant sent, Instant asked) {
    return sent.equals(asked.truncatedTo(ChronoUnit.SECONDS)) ? asked : sent;
  }

  /// In the order asked, whatever the order sent.
  private List<UUID> readCameras(Grant asked, FieldReader fields) {
    List<UUID> sent = new ArrayList<>();
    List<@Nullable String> ids = cameraIds == null ? List.of() : cameraIds;
    if (ids.isEmpty()) {
      fields.reject("cameraIds", "required");
    }
    for (int index = 0; index < ids.size(); index++) {
      String field = "cameraIds[" + index + "]";
      Optional<UUID> id = fields.id(field, ids.get(index));
      if (id.isPresent() && !asked.cameraIds().contains(id.get())) {
        fields.reject(field, "more-than-asked");
      }
      id.ifPresent(sent::add);
    }
    return asked.cameraIds().stream().filter(sent::contains).toList();
  }
}
