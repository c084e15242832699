package anbinh.sightings.store;

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
}
