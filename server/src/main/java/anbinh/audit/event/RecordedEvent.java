package anbinh.audit.event;

import anbinh.audit.Event;
import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.log.Commitment;
import anbinh.seal.log.EventRecord;
import anbinh.seal.tree.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// What the record of an event says that this server recorded, for features that hold their tables
/// against the log.
///
/// @param type the code of its type
/// @param index its place in the log; null while it waits
/// @param actor the pseudonym of who did it
/// @param objectId what it is about; null for nothing in particular
/// @param objectCode what people call it
/// @param detail null where there is none, where it was erased, and where it is not the one that
///   the record commits to
@NamedInterface("services")
public record RecordedEvent(
    UUID id,
    String type,
    @Nullable Long index,
    Instant time,
    @Nullable String actor,
    @Nullable String objectId,
    @Nullable String objectCode,
    Json.Obj facts,
    Json.@Nullable Obj detail) {
  /// A fact that is text; empty when there is none of the name or it is something else.
  public Optional<String> findFact(String name) {
    return facts
        .find(name)
        .flatMap(
            value -> value instanceof Json.Str text ? Optional.of(text.value()) : Optional.empty());
  }

  /// What kind of thing it is about.
  public Optional<String> objectKind() {
    return findFact(Event.KIND);
  }

  /// Whether it was refused.
  public boolean refused() {
    return facts.find(Event.REFUSED).isPresent();
  }

  /// @param types the codes of those that it may be of
  static Optional<RecordedEvent> of(EventTable.Recorded row, Set<String> types, EventMac mac) {
    try {
      if (!row.isOwn(mac)) {
        return Optional.empty();
      }
      EventRecord record = EventRecord.parse(row.record().array());
      if (!types.contains(record.type())) {
        return Optional.empty();
      }
      return Optional.of(
          new RecordedEvent(
              row.id(),
              record.type(),
              row.index(),
              record.time(),
              record.actor(),
              record.object(),
              row.objectCode(),
              new Json.Obj(record.facts()),
              detail(row, record.commit())));
    } catch (FormatProblem unreadable) {
      return Optional.empty();
    }
  }

  private static Json.@Nullable Obj detail(EventTable.Recorded row, @Nullable Hash commit) {
    String detail = row.detail();
    if (detail == null || row.salt().absent()) {
      return null;
    }
    byte[] bytes = detail.getBytes(StandardCharsets.UTF_8);
    return Commitment.of(row.salt().array(), bytes).equals(commit)
        ? JsonParser.parseCanonicalObject(bytes)
        : null;
  }
}
