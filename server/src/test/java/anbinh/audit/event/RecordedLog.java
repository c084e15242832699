package anbinh.audit.event;

import anbinh.audit.Event;
import anbinh.audit.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Keeps what is recorded where the log would; the real one runs in every `*IT`.
public final class RecordedLog extends AuditLog {
  private final Map<UUID, Event> events = new LinkedHashMap<>();
  private final Map<UUID, Long> indexes = new HashMap<>();
  private final List<RecordedEvent> recorded = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is neither a table nor a key
  public RecordedLog() {
    super(null, null, null, null, null);
  }

  @Override
  public UUID record(Event event) {
    UUID id = new UUID(5, events.size() + 1L);
    events.put(id, event);
    return id;
  }

  @Override
  public UUID recordDocument(Event event, byte[] document) {
    return record(event);
  }

  /// Says that an event is appended.
  public void append(UUID event, long index) {
    indexes.put(event, index);
  }

  /// Says what the log tells of an object.
  public void tell(RecordedEvent event) {
    recorded.add(event);
  }

  @Override
  public List<RecordedEvent> listAbout(EventType type, String objectId) {
    return recorded.stream()
        .filter(event -> event.type().equals(type.code()) && objectId.equals(event.objectId()))
        .toList();
  }

  @Override
  public UUID recordApart(Event event) {
    return record(event);
  }

  @Override
  public Optional<Long> findIndex(UUID event) {
    return Optional.ofNullable(indexes.get(event));
  }

  @Override
  public Map<UUID, Long> indexes(Collection<UUID> wanted) {
    Map<UUID, Long> found = new HashMap<>(indexes);
    found.keySet().retainAll(wanted);
    return found;
  }

  @Override
  public long awaitIndex(UUID event, Duration patience) {
    return indexes.computeIfAbsent(event, _ -> 1_000L + indexes.size());
  }

  public List<Event> events() {
    return List.copyOf(events.values());
  }

  /// What happened, by the codes of its types.
  public List<String> codes() {
    return events().stream().map(event -> event.type().code()).toList();
  }

  public Event last() {
    return events().getLast();
  }
}
