package anbinh.programme.web;

import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.IdentityProblem;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.programme.lifecycle.Programme;
import anbinh.programme.lifecycle.ProgrammeAreas;
import anbinh.programme.lifecycle.ProgrammeTable;
import anbinh.programme.lifecycle.Programmes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who may do what with a programme: the commune's officer proposes and keeps it, its chair
/// decides, partners and who leads in one of its villages take activities down. What is recommended
/// for copying is read by officers, chairs and partners everywhere.
@Component
public class ProgrammeAccess {
  static final Role[] READERS = {
    Role.COMMUNITY_OFFICER,
    Role.CHAIR,
    Role.PARTNER,
    Role.TEAM_LEADER,
    Role.VILLAGE_HEAD,
    Role.AUDITOR
  };
  static final Role[] COPIERS = {Role.COMMUNITY_OFFICER, Role.CHAIR, Role.PARTNER};
  static final Role[] ASSESSORS = {Role.COMMUNITY_OFFICER, Role.PARTNER};
  private static final Role[] ACTIVITIES = {
    Role.COMMUNITY_OFFICER, Role.PARTNER, Role.TEAM_LEADER, Role.VILLAGE_HEAD
  };
  static final Role[] FIGURES = {
    Role.COMMUNITY_OFFICER, Role.CHAIR, Role.PARTNER, Role.ANALYST, Role.AUDITOR
  };
  static final Role[] EFFECTS = {Role.COMMUNITY_OFFICER, Role.CHAIR, Role.AUDITOR};
  private static final Role[] EXACT = {Role.COMMUNITY_OFFICER, Role.AUDITOR};

  private final Access access;
  private final Programmes programmes;
  private final Areas areas;
  private final ProgrammeAreas places;
  private final ProgrammeTable table;

  ProgrammeAccess(
      Access access,
      Programmes programmes,
      Areas areas,
      ProgrammeAreas places,
      ProgrammeTable table) {
    this.access = access;
    this.programmes = programmes;
    this.areas = areas;
    this.places = places;
    this.table = table;
  }

  /// A programme and who acts on it.
  public record OnProgramme(Programme programme, Person person) {}

  OnProgramme requireReading(UUID id) {
    Person person = access.require(READERS);
    var on = new OnProgramme(programmes.get(id), person);
    if (mayRead(on)) {
      return on;
    }
    throw access.refuse(IdentityProblem.NOT_YOUR_AREA, "programme", id);
  }

  /// Whether it is of the reader's own area, or recommended to those who may copy it.
  boolean mayRead(OnProgramme by) {
    return isOwn(by)
        || (by.programme().recommended() && access.may(by.person(), by.person().areaId(), COPIERS));
  }

  /// Requires that it is of the reader's own area.
  OnProgramme requireOwn(UUID id) {
    return require(id, true, READERS);
  }

  OnProgramme requireActivities(UUID id) {
    return require(id, true, ACTIVITIES);
  }

  OnProgramme require(UUID id, Role... roles) {
    return require(id, false, roles);
  }

  public OnProgramme requireEffects(UUID id) {
    return require(id, false, EFFECTS);
  }

  private OnProgramme require(UUID id, boolean village, Role... roles) {
    Person person = access.require(roles);
    Programme programme = programmes.get(id);
    boolean may =
        village
            ? covers(person, programme, roles)
            : access.may(person, places.today(programme), roles);
    if (!may) {
      throw access.refuse(IdentityProblem.NOT_YOUR_AREA, "programme", id);
    }
    return new OnProgramme(programme, person);
  }

  /// Requires the chair of a commune in which a part of it lies.
  OnProgramme requireConsent(UUID id, UUID communeId) {
    access.require(Role.CHAIR);
    Programme programme = programmes.get(id);
    Person person = access.require(communeId, Role.CHAIR);
    return new OnProgramme(programme, person);
  }

  /// Requires a role in the commune whose part of a programme is meant.
  ///
  /// @param communeId null for the one that keeps it
  OnProgramme requirePart(UUID id, @Nullable UUID communeId, Role... roles) {
    if (communeId == null) {
      return require(id, roles);
    }
    access.require(roles);
    Programme programme = programmes.get(id);
    return new OnProgramme(programme, access.require(places.today(communeId), roles));
  }

  /// Whether somebody holds a role in the commune whose part is meant.
  ///
  /// @param communeId null for the one that keeps it
  boolean mayPart(OnProgramme by, @Nullable UUID communeId, Role... roles) {
    return communeId == null
        ? may(by, roles)
        : access.may(by.person(), places.today(communeId), roles);
  }

  boolean mayConsent(OnProgramme by, UUID communeId) {
    return access.may(by.person(), communeId, Role.CHAIR);
  }

  /// Whether somebody corrects activities of a part that others took down.
  ///
  /// @param communeId whose part it is; null of the commune that keeps the programme
  boolean mayCorrect(OnProgramme by, @Nullable UUID communeId) {
    Programme programme = by.programme();
    UUID lead = places.today(programme);
    UUID commune = communeId == null ? lead : places.part(programme, communeId).orElse(lead);
    return coversPart(by, commune, Role.COMMUNITY_OFFICER);
  }

  /// The communes of a programme in whose part somebody takes activities down, the one that keeps
  /// it first.
  List<UUID> activityParts(OnProgramme by) {
    return places.communes(by.programme()).stream()
        .filter(each -> coversPart(by, each, ACTIVITIES))
        .toList();
  }

  /// The commune in whose part an activity is taken down: the one that is named, else that of who
  /// takes it down, else the first in which they may.
  @Nullable UUID activityPart(OnProgramme by, @Nullable UUID communeId) {
    List<UUID> parts = activityParts(by);
    if (communeId != null) {
      if (!parts.contains(communeId) && places.communes(by.programme()).contains(communeId)) {
        throw access.refuse(IdentityProblem.NOT_YOUR_AREA, "programme", by.programme().id());
      }
      return communeId;
    }
    UUID own = by.person().areaId();
    UUID commune = own == null ? null : areas.communeOf(own);
    return commune != null && parts.contains(commune)
        ? commune
        : parts.stream().findFirst().orElse(null);
  }

  boolean mayActivities(OnProgramme by) {
    return covers(by.person(), by.programme(), ACTIVITIES);
  }

  boolean isOwn(OnProgramme by) {
    return covers(by.person(), by.programme(), READERS);
  }

  boolean may(OnProgramme by, Role... roles) {
    return access.may(by.person(), places.today(by.programme()), roles);
  }

  /// Whether small numbers are shown.
  public boolean exact(OnProgramme by) {
    return may(by, EXACT);
  }

  /// Whether a person holds a role in one of its areas, or in a village of the commune that it
  /// covers as a whole.
  private boolean covers(Person person, Programme programme, Role... roles) {
    if (access.may(person, places.today(programme), roles)) {
      return true;
    }
    for (UUID area : programme.areaIds()) {
      if (access.may(person, area, roles)) {
        return true;
      }
    }
    return coversVillage(person, programme, roles);
  }

  /// Whether a person holds a role in the commune of a part, in one of its villages there, or in a
  /// village of the commune that it covers as a whole.
  private boolean coversPart(OnProgramme by, UUID commune, Role... roles) {
    Person person = by.person();
    Programme programme = by.programme();
    if (access.may(person, commune, roles)) {
      return true;
    }
    UUID lead = places.today(programme);
    for (UUID area : programme.areaIds()) {
      if (places.communeOf(area).orElse(lead).equals(commune) && access.may(person, area, roles)) {
        return true;
      }
    }
    return commune.equals(lead) && coversVillage(person, programme, roles);
  }

  private boolean coversVillage(Person person, Programme programme, Role... roles) {
    UUID own = person.areaId();
    return own != null
        && programme.wholeCommune()
        && access.may(person, own, roles)
        && areas.contains(places.today(programme), own);
  }

  /// The areas whose programmes a person reads; null for everywhere.
  @Nullable Collection<UUID> within(Person person) {
    return switch (access.scope(person, READERS)) {
      case AreaScope.Everywhere _ -> null;
      case AreaScope.Within some -> {
        Set<UUID> all = new HashSet<>(some.areas());
        UUID own = person.areaId();
        if (own != null && !all.isEmpty()) {
          UUID commune = areas.communeOf(own);
          all.add(commune);
          // Also what covered a commune that went into it.
          all.addAll(table.wholeCommunes(areas.below(commune)));
        }
        yield all;
      }
    };
  }

  /// An area with what lies in it and the commune that it lies in, of those that are read.
  Collection<UUID> below(UUID area, @Nullable Collection<UUID> within) {
    Set<UUID> requested = new HashSet<>(areas.below(area));
    requested.add(areas.communeOf(area));
    if (within != null) {
      requested.retainAll(within);
    }
    return requested;
  }
}
