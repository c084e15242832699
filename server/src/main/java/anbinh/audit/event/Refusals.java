package anbinh.audit.event;

import anbinh.audit.Event;
import anbinh.audit.EventType;
import anbinh.platform.background.PollingWorker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Records what was tried and not allowed, so that nobody makes the log grow without limit by
/// trying again and again.
///
/// Of one source (a person, or the address of a stranger) the first refusals of a window are
/// recorded each by itself, and the others of it as one event with the fact `times` when the window
/// is over. Sources beyond a number are counted together. What is counted is in memory: a server
/// that is killed forgets it, and never the first ones. Safe for many threads.
@Component
@NamedInterface("services")
public class Refusals extends PollingWorker {
  public static final int EACH = 20;
  static final int SOURCES = 500;
  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final String OTHERS = "others";
  private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

  private final AuditLog log;
  private final InstantSource clock;
  private final Map<String, Window> windows = new HashMap<>();

  Refusals(AuditLog log, InstantSource clock) {
    super("refusals", LOOK_EVERY);
    this.log = log;
    this.clock = clock;
  }

  private record Counted(Event last, long times) {}

  private static final class Window {
    private final Instant since;
    private int recorded;

    /// Of each type what was not recorded by itself.
    private final Map<EventType, Counted> counted = new HashMap<>();

    Window(Instant since) {
      this.since = since;
    }
  }

  /// Records a refusal, whatever becomes of the caller's transaction.
  ///
  /// @param source who tried: a person's identifier or an address
  public void record(Event refused, String source) {
    if (isRecordedByItself(refused, source)) {
      log.recordApart(refused);
    }
  }

  private synchronized boolean isRecordedByItself(Event refused, String source) {
    boolean known = windows.containsKey(source) || windows.size() < SOURCES;
    Window window =
        windows.computeIfAbsent(known ? source : OTHERS, _ -> new Window(clock.instant()));
    if (window.recorded < EACH) {
      window.recorded++;
      return true;
    }
    window.counted.merge(
        refused.type(),
        new Counted(refused, 1),
        (before, now) -> new Counted(now.last(), before.times() + 1));
    return false;
  }

  @Override
  protected boolean worksWhileReadOnly() {
    return true;
  }

  @Override
  protected Duration round() {
    end(clock.instant().minus(WINDOW));
    return LOOK_EVERY;
  }

  @Override
  public void stop() {
    super.stop();
    end(Instant.MAX);
  }

  /// Records what was counted in windows that began before a moment.
  public void end(Instant before) {
    over(before).forEach(log::recordApart);
  }

  private synchronized List<Event> over(Instant before) {
    List<Event> events = new ArrayList<>();
    for (Iterator<Window> all = windows.values().iterator(); all.hasNext(); ) {
      Window window = all.next();
      if (window.since.isBefore(before)) {
        all.remove();
        for (Counted each : window.counted.values()) {
          events.add(
              Event.of(each.last().type())
                  .by(each.last().actor())
                  .fact("times", each.times())
                  .fact("since", window.since)
                  .asRefused());
        }
      }
    }
    return events;
  }
}
