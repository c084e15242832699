package anbinh.audit.event;

import anbinh.audit.Event;
import anbinh.audit.EventType;
import anbinh.audit.Facts;
import anbinh.audit.Subject;
import anbinh.platform.DataFolder;
import anbinh.seal.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Keeps what is recorded where the log would, and tells of it; the real one runs in every `*IT`.
public final class RecordedLog extends AuditLog {
  private final List<Event> events = new ArrayList<>();
  private final List<RecordedEvent> recorded = new ArrayList<>();
  private final Map<UUID, Long> indexes = new HashMap<>();

  @SuppressWarnings("NullAway") // there is no table
  public RecordedLog() {
    super(null, null, null, null, null);
  }

  /// The codes of rows, under a key in a folder.
  public static RowMac rows(Path folder) {
    return new RowMac(new EventMac(DataFolder.beside(folder)));
  }

  @Override
  public UUID record(Event event) {
    UUID id = new UUID(7, events.size() + 1L);
    events.add(event);
    Subject subject = event.subject();
    recorded.add(
        new RecordedEvent(
            id,
            event.type().code(),
            null,
            Instant.EPOCH,
            null,
            subject == null ? null : subject.id(),
            subject == null ? null : subject.code(),
            new Json.Obj(Facts.of(event.facts())),
            null));
    return id;
  }

  @Override
  public UUID recordDocument(Event event, byte[] document) {
    return record(event);
  }

  @Override
  public UUID recordApart(Event event) {
    return record(event);
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  /// What happened, by the codes of its types.
  public List<String> codes() {
    return events.stream().map(event -> event.type().code()).toList();
  }

  public List<EventType> types() {
    return events.stream().map(Event::type).toList();
  }

  public Event last() {
    return events.getLast();
  }

  /// The last one of a type.
  public Event last(EventType type) {
    return events.reversed().stream()
        .filter(event -> event.type() == type)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " in " + types()));
  }

  /// Says that an event is appended.
  public void append(UUID event, long index) {
    indexes.put(event, index);
  }

  /// Says what else the log tells of an object.
  public void tell(RecordedEvent event) {
    recorded.add(event);
  }

  /// Takes the last one away, as somebody might who gets at the database.
  public void takeLastAway() {
    events.removeLast();
    recorded.removeLast();
  }

  @Override
  public Map<String, List<RecordedEvent>> listAbout(
      Set<? extends EventType> types, Collection<String> objectIds) {
    Set<String> codes = types.stream().map(EventType::code).collect(Collectors.toSet());
    return recorded.stream()
        .filter(event -> codes.contains(event.type()))
        .filter(event -> event.objectId() != null && objectIds.contains(event.objectId()))
        .collect(Collectors.groupingBy(event -> String.valueOf(event.objectId())));
  }

  @Override
  public List<RecordedEvent> listAbout(EventType type, String objectId) {
    return recorded.stream()
        .filter(event -> event.type().equals(type.code()) && objectId.equals(event.objectId()))
        .toList();
  }

  @Override
  public Optional<Long> findIndex(UUID event) {
    return Optional.ofNullable(indexes.get(event));
  }

  @Override
  public Map<UUID, Long> indexes(Collection<UUID> some) {
    Map<UUID, Long> found = new HashMap<>(indexes);
    found.keySet().retainAll(some);
    return found;
  }

  @Override
  public long awaitIndex(UUID event, Duration timeout) {
    return indexes.computeIfAbsent(event, _ -> 1_000L + indexes.size());
  }
}
