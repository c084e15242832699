package anbinh.audit.event;

import anbinh.audit.Event;
import anbinh.audit.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Keeps what is recorded where the log would; the real one runs in every `*IT`.
public final class RecordedEvents extends AuditLog {
  private final List<Event> events = new ArrayList<>();

  @SuppressWarnings("NullAway") // nothing is recorded in the log
  public RecordedEvents() {
    super(null, null, null, null, null);
  }

  @Override
  public UUID record(Event event) {
    events.add(event);
    return new UUID(0x1066, events.size());
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  public List<EventType> types() {
    return events.stream().map(Event::type).toList();
  }
}
