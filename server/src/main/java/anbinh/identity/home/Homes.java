package anbinh.identity.home;

import java.util.Set;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// Whether something lies near where somebody lives, as far as that is noted; where it is, nobody
/// is told. Safe for many threads.
@Component
@NamedInterface("services")
public class Homes {
  private final HomeTable table;

  Homes(HomeTable table) {
    this.table = table;
  }

  /// The people whose home is noted.
  public Set<UUID> listNoted() {
    return table.listNoted();
  }

  /// Whether a place is no farther than some metres from somebody's home; not so where that is not
  /// noted.
  public boolean isNear(UUID person, double latitude, double longitude, int metres) {
    return table
        .find(person)
        .filter(home -> home.metresTo(latitude, longitude) <= metres)
        .isPresent();
  }
}
