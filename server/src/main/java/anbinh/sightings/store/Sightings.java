package anbinh.sightings.store;

import anbinh.sightings.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Sightings as other features use them. Checks no rights and logs nothing: callers do. Safe for
/// many threads.
@Component
@NamedInterface("services")
public class Sightings {
  private final SightingTable table;

  Sightings(SightingTable table) {
    this.table = table;
  }

  /// What passed a camera, in the order of its times.
  ///
  /// @param to after it
  public List<Sighting> list(UUID cameraId, Instant from, Instant to) {
    return table.list(cameraId, from, to);
  }
}
