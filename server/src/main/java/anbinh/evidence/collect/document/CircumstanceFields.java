package anbinh.evidence.collect.document;

import anbinh.evidence.collect.footage.SecuredTable;
import anbinh.evidence.request.Paper;
import anbinh.evidence.request.Urgency;
import anbinh.evidence.request.lifecycle.Decision;
import anbinh.identity.Confirmation;
import anbinh.seal.policy.Policy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What `record.json` says of [Circumstances] and of the paper of a request; null for what there is
/// nothing to say of.
final class CircumstanceFields {
  private CircumstanceFields() {}

  static @Nullable Map<String, Object> paper(@Nullable Paper paper) {
    return paper == null
        ? null
        : new Fields()
            .put("number", paper.number())
            .put("date", paper.on().toString())
            .put("sha256", paper.sha256(), "its scan was not named")
            .toMap();
  }

  /// Without it nobody decides.
  static @Nullable Map<String, Object> stepUp(@Nullable Confirmation shown) {
    return shown == null
        ? null
        : new Fields().put("shownAt", shown.at()).put("method", shown.method()).toMap();
  }

  /// The urgent way: taken first, ratified by the decision.
  ///
  /// @param person what the record says of one
  static @Nullable Map<String, Object> override(
      @Nullable Urgency urgency,
      Decision decision,
      SecuredTable.@Nullable Row secured,
      Function<UUID, Map<String, Object>> person) {
    if (urgency == null) {
      return null;
    }
    Instant securedAt = secured == null ? null : secured.securedAt();
    return new Fields()
        .put("what", "the footage was to be secured before the decision, which ratified that")
        .put("markedBy", person.apply(urgency.by()))
        .put("markedAt", urgency.at())
        .put("securedAt", securedAt, "the decision came before the footage was secured")
        .put("ratifiedBy", person.apply(decision.by()))
        .put("ratifiedAt", decision.at())
        .put("anotherPersonThanMarker", !decision.by().equals(urgency.by()))
        .toMap();
  }

  /// Who has to see it; who did, only the seal can say, which comes after this record.
  static @Nullable Map<String, Object> witnesses(Circumstances.@Nullable Asked asked) {
    return asked == null
        ? null
        : new Fields()
            .put("names", asked.policy().witnesses().stream().map(Policy.Witness::name).toList())
            .put("quorum", asked.present().needed())
            .put("of", asked.present().members())
            .put("policy", asked.text())
            .put(
                "whoDid",
                "the cosignatures in seal/checkpoint; whom the seal asked, in seal/policy")
            .toMap();
  }

  static @Nullable Map<String, Object> reference(@Nullable KernelClock machine) {
    return machine == null
        ? null
        : new Fields()
            .put("keptByTimeService", machine.kept())
            .put("greatestErrorMillis", machine.greatestError().toMillis())
            .put("estimatedErrorMillis", machine.estimatedError().toMillis())
            .put("method", "adjtimex, when this record was written; not measured while recording")
            .toMap();
  }
}
