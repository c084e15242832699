package anbinh.audit.event;

import anbinh.audit.Event;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Keeps what is refused where the log would; the real one runs in every `*IT`.
public final class RecordedRefusals extends Refusals {
  private final List<Event> events = new ArrayList<>();

  @SuppressWarnings("NullAway") // nothing is recorded in the log
  public RecordedRefusals(InstantSource clock) {
    super(null, clock);
  }

  @Override
  public void record(Event refused, String source) {
    events.add(refused);
  }

  public List<Event> events() {
    return List.copyOf(events);
  }
}
