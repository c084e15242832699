package anbinh.identity;

import anbinh.audit.Actor;
import anbinh.audit.LogReaders;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Auditors read the log, whatever their area.
@Component
class Auditors implements LogReaders {
  private final Access access;
  private final People people;

  Auditors(Access access, People people) {
    this.access = access;
    this.people = people;
  }

  @Override
  public Actor require() {
    return access.require(Role.AUDITOR).actor();
  }

  @Override
  public Map<UUID, String> names(Collection<UUID> ids) {
    return people.displayNames(ids);
  }
}
