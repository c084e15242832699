package anbinh.audit.event;

import anbinh.seal.FormatProblem;
import anbinh.seal.json.Json;
import anbinh.seal.json.JsonParser;
import anbinh.seal.log.EventRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/// An event that is in the log, with what the database knows beside the record, for features that
/// draw conclusions from the log.
///
/// @param index its place in the log
/// @param actorId null when the server did it by itself, or nobody was signed in
/// @param detail empty when there is none or it was erased
@NamedInterface("services")
public record LoggedEvent(
    long index,
    Instant at,
    String type,
    @Nullable UUID actorId,
    @Nullable String objectKind,
    @Nullable String objectId,
    @Nullable String objectCode,
    boolean refused,
    Json.Obj facts,
    Json.Obj detail) {
  /// A fact that is text; empty when there is none of the name or it is something else.
  public Optional<String> findFact(String name) {
    return findText(facts, name);
  }

  /// A detail that is text, likewise.
  public Optional<String> findDetail(String name) {
    return findText(detail, name);
  }

  private static Optional<String> findText(Json.Obj members, String name) {
    return members
        .find(name)
        .flatMap(
            value -> value instanceof Json.Str text ? Optional.of(text.value()) : Optional.empty());
  }

  static Optional<LoggedEvent> of(EventTable.Row row) {
    try {
      EventRecord record = EventRecord.parse(row.record().array());
      String detail = row.detail();
      return Optional.of(
          new LoggedEvent(
              row.index(),
              row.at(),
              row.type(),
              row.actorId(),
              row.objectKind(),
              row.objectId(),
              row.objectCode(),
              row.refused(),
              new Json.Obj(record.facts()),
              detail == null
                  ? new Json.Obj(Map.of())
                  : JsonParser.parseCanonicalObject(detail.getBytes(StandardCharsets.UTF_8))));
    } catch (FormatProblem unreadable) {
      return Optional.empty();
    }
  }
}
