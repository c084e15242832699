package anbinh.sightings.store;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Stores what sources tell of, each pass once. Safe for many threads.
@Component
public class SightingStream {
  private final SightingTable table;
  private final ApplicationEventPublisher events;

  SightingStream(SightingTable table, ApplicationEventPublisher events) {
    this.table = table;
    this.events = events;
  }

  /// Said where passes were stored, within the transaction.
  public record Appended() {}

  /// Stores those passes that the source has not told of before.
  ///
  /// @return how many those were
  @Transactional
  public int append(UUID source, List<NewSighting> told) {
    Map<String, NewSighting> added = new LinkedHashMap<>();
    told.forEach(each -> added.putIfAbsent(each.key(), each));
    long last = table.lockLastPosition();
    Set<String> known = table.listKnown(source, added.keySet());
    added.keySet().removeAll(known);
    if (!added.isEmpty()) {
      table.insert(source, last + 1, List.copyOf(added.values()));
      table.setLastPosition(last + added.size());
      events.publishEvent(new Appended());
    }
    return added.size();
  }

  /// Stores those passes of a camera that are not known, be it by another reader ([KnownPasses]).
  ///
  /// @return how many those were
  @Transactional
  public int appendUnknown(UUID source, UUID cameraId, List<NewSighting> told) {
    if (told.isEmpty()) {
      return 0;
    }
    var _ = table.lockLastPosition();
    Instant from = Collections.min(told.stream().map(NewSighting::fromAt).toList());
    Instant to = Collections.max(told.stream().map(NewSighting::toAt).toList());
    var known = new KnownPasses(table.listOverlapping(cameraId, from, to));
    return append(source, told.stream().filter(pass -> !known.has(pass)).toList());
  }
}
