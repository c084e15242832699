package anbinh.identity.session;

import anbinh.identity.AreaTree;
import anbinh.identity.CurrentCases;
import anbinh.identity.EmergencyPurpose;
import anbinh.identity.OpenEmergencies;
import anbinh.identity.Person;
import anbinh.identity.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rules of who may do what, as plain sentences over attributes: whoever no sentence names may
/// not. They ask about areas and cases and decide; they record and remember nothing.
///
/// A test holds them against another engine that is told the same sentences in its own language.
final class Rights {
  private final AreaTree areas;
  private final CurrentCases cases;
  private final OpenEmergencies emergencies;

  Rights(AreaTree areas, CurrentCases cases, OpenEmergencies emergencies) {
    this.areas = areas;
    this.cases = cases;
    this.emergencies = emergencies;
  }

  /// Holds one of the roles, in whatever area.
  public boolean holds(Person person, Role... roles) {
    return Arrays.stream(roles).anyMatch(person::has);
  }

  /// Is responsible for the area: it is theirs or lies below theirs. Null is what belongs to no
  /// area, for which only the whole site is responsible.
  public boolean covers(Person person, @Nullable UUID areaId) {
    UUID own = person.areaId();
    return own == null || (areaId != null && areas.contains(own, areaId));
  }

  public boolean may(Person person, @Nullable UUID areaId, Role... roles) {
    return holds(person, roles) && covers(person, areaId);
  }

  /// May look at recorded footage of a camera in the area: a duty officer or an investigator of the
  /// area, while it is fresh; later an investigator with a current case of their own, or a duty
  /// officer where there is any current case, in the area or one above it.
  public boolean mayLook(Person person, UUID areaId, boolean fresh) {
    if (fresh) {
      return may(person, areaId, Role.DUTY_OFFICER, Role.INVESTIGATOR);
    }
    return (may(person, areaId, Role.INVESTIGATOR) && cases.ownIn(person.id(), areas.above(areaId)))
        || (may(person, areaId, Role.DUTY_OFFICER) && cases.in(areas.above(areaId)));
  }

  /// The emergency access under which somebody may look where they may not otherwise: a duty
  /// officer or an investigator of the area, while one of their own is open in it or above it. No
  /// other sentence knows of emergencies.
  public Optional<UUID> findEmergency(Person person, UUID areaId) {
    return may(person, areaId, Role.DUTY_OFFICER, Role.INVESTIGATOR)
        ? emergencies.findOpen(person.id(), areas.above(areaId), EmergencyPurpose.FOOTAGE)
        : Optional.empty();
  }

  /// The emergency access under which a community officer of whatever area may read what was
  /// written in reports of situations of a commune: one of their own that is open for it.
  public Optional<UUID> findReading(Person person, UUID communeId) {
    return holds(person, Role.COMMUNITY_OFFICER)
        ? emergencies.findOpen(person.id(), Set.of(communeId), EmergencyPurpose.SITUATIONS)
        : Optional.empty();
  }
}
