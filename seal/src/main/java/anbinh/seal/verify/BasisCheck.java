package anbinh.seal.verify;

import anbinh.seal.bag.FileDigest;
import anbinh.seal.json.Json;
import anbinh.seal.log.EventName;
import anbinh.seal.log.EventRecord;
import anbinh.seal.pack.PackageLayout;
import anbinh.seal.pack.Seal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks what a seal rests on: that somebody asked and another person decided, each by an event of
/// the log that is older than the seal and about the same request. A redacted or court copy rests
/// on its order and on the confirmation of the very file that is enclosed.
final class BasisCheck {
  private static final Set<Json> GRANTED = Set.of(Json.of("APPROVE"), Json.of("APPROVE_LESS"));

  private final PackageFiles files;
  private final List<Finding> findings;
  private final EventReader events;

  BasisCheck(PackageFiles files, List<Finding> findings, EventReader events) {
    this.files = files;
    this.findings = findings;
    this.events = events;
  }

  /// @param sealIndex the place of the seal in the log, if it is known
  /// @return the decision, if it is there and in the log
  @Nullable EventRecord run(@Nullable Seal seal, @Nullable Long sealIndex) {
    boolean copy = seal != null && seal.derivedFrom() != null;
    Optional<EventReader.Logged> requested =
        events.read(
            PackageLayout.REQUESTED,
            Set.of(copy ? EventName.COPY_ORDERED : EventName.EXTRACTION_REQUESTED),
            Reason.DECISION_PROOF_FAILS);
    Optional<EventReader.Logged> decided =
        events.read(
            PackageLayout.DECIDED,
            Set.of(copy ? EventName.COPY_CONFIRMED : EventName.EXTRACTION_DECIDED),
            Reason.DECISION_PROOF_FAILS);
    if (seal == null) {
      return null;
    }
    requested.ifPresent(
        event -> compare(PackageLayout.REQUESTED, event, seal.requested(), seal, sealIndex));
    decided.ifPresent(
        event -> compare(PackageLayout.DECIDED, event, seal.decided(), seal, sealIndex));
    if (requested.isEmpty() || decided.isEmpty()) {
      return null;
    }
    EventRecord asked = requested.get().record();
    EventRecord decision = decided.get().record();
    boolean granted =
        copy
            ? isOfThisCopy(asked, decision)
            : GRANTED.contains(decision.facts().getOrDefault("outcome", new Json.Null()));
    if (!granted) {
      find(PackageLayout.DECIDED, "it grants nothing of what is enclosed");
    }
    return decision;
  }

  private void compare(
      String path, EventReader.Logged event, Seal.Act named, Seal seal, @Nullable Long sealIndex) {
    EventRecord record = event.record();
    if (record.actor() == null || !Seal.Act.of(record, event.index()).equals(named)) {
      find(path, "not the event that the seal names");
    } else if (!seal.request().equals(record.object())) {
      find(path, "of another request");
    } else if (sealIndex != null && event.index() >= sealIndex) {
      find(path, "younger than the seal");
    }
  }

  private boolean isOfThisCopy(EventRecord ordered, EventRecord confirmed) {
    Json copy = ordered.facts().getOrDefault("copy", new Json.Null());
    return copy.equals(confirmed.facts().get("copy"))
        && confirmed.facts().get("sha256") instanceof Json.Str(String sha256)
        && files.digests().entrySet().stream()
            .filter(file -> file.getKey().startsWith(PackageLayout.BAG + "data/"))
            .map(Map.Entry::getValue)
            .map(FileDigest::sha256)
            .anyMatch(sha256::equals);
  }

  private void find(String path, String detail) {
    findings.add(new Finding(path, Reason.DECISION_DIFFERS, detail));
  }
}
