package anbinh.sightings.source;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// What came of each source since the server started. Safe for many threads.
@Component
public class SourceActivities {
  private final Map<UUID, SourceActivity> activities = new ConcurrentHashMap<>();

  public SourceActivity of(UUID source) {
    return activities.computeIfAbsent(source, _ -> new SourceActivity());
  }
}
