package anbinh.team.unit;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Problem;
import anbinh.team.Team;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// A commune as the place of the work of its teams: who acts for it, and which teams lie in it.
@Component
@NamedInterface("services")
public class TeamCommunes {
  private static final YearMonth FIRST = YearMonth.of(2024, 7);
  private static final YearMonth LAST = YearMonth.of(2199, 12);

  private final Access access;
  private final Areas areas;
  private final Teams teams;
  private final TeamTable table;

  TeamCommunes(Access access, Areas areas, Teams teams, TeamTable table) {
    this.access = access;
    this.areas = areas;
    this.teams = teams;
    this.table = table;
  }

  /// @param within the communes whose rows are its today: itself and those that went into it
  public record On(UUID communeId, String name, Set<UUID> within, Person person) {
    public On {
      within = Set.copyOf(within);
    }
  }

  /// Requires one of the roles in a commune.
  ///
  /// @param requested null for the reader's own
  public On require(@Nullable UUID requested, Role... roles) {
    Person person = access.require(roles);
    UUID id = requested == null ? person.areaId() : requested;
    if (id == null) {
      throw Problem.invalid("communeId", "required");
    }
    access.require(id, roles);
    Area commune =
        areas
            .findPresent(id)
            .filter(area -> area.kind().isCommune())
            .orElseThrow(() -> Problem.invalid("communeId", "team-commune"));
    return new On(id, commune.name(), teams.communesIn(id), person);
  }

  /// Requires one of the roles where something of a commune lies today. Of a commune that was
  /// divided nothing says where it lies: it is of each one that has a part of it.
  public On requireOf(UUID communeId, Role... roles) {
    UUID today = today(communeId);
    UUID own = access.require(roles).areaId();
    if (own != null
        && !own.equals(today)
        && !isPresent(today)
        && areas.findPresent(own).filter(area -> area.kind().isCommune()).isPresent()
        && teams.communesIn(own).contains(today)) {
      today = own;
    }
    Person person = access.require(today, roles);
    return new On(
        today, areas.find(today).map(Area::name).orElse(""), teams.communesIn(today), person);
  }

  /// The communes whose rows may lie today where somebody holds one of the roles; null for
  /// everywhere.
  public @Nullable Set<UUID> communesOf(Person person, Role... roles) {
    Set<UUID> communes = access.scope(person, roles).areas();
    UUID own = person.areaId();
    return communes == null || communes.isEmpty() || own == null ? communes : teams.communesIn(own);
  }

  /// In which commune something lies today that was of a commune, or of a village of one.
  public UUID today(UUID areaId) {
    return areas
        .findOffice(areaId)
        .filter(area -> area.kind().isCommune())
        .map(Area::id)
        .orElse(areaId);
  }

  /// The teams that lie there, also those that were dissolved. Of a commune that was divided, those
  /// that went elsewhere are not among them.
  public List<Team> teams(On on) {
    return table.listRegistered(on.within()).stream()
        .filter(team -> teams.communeOf(team).equals(on.communeId()))
        .toList();
  }

  public boolean isPresent(UUID areaId) {
    return areas.findPresent(areaId).isPresent();
  }

  /// In which commune a team lies today.
  public UUID communeOf(Team team) {
    return teams.communeOf(team);
  }

  /// Whether a team lies today where something of a commune does.
  public boolean same(Team team, UUID communeId) {
    return teams.communesIn(teams.communeOf(team)).contains(communeId);
  }

  /// A month as `2026-11`; teams exist since July 2024.
  ///
  /// @param field that said it
  public static YearMonth month(String field, String text) {
    try {
      YearMonth month = YearMonth.parse(text.strip());
      if (!month.isBefore(FIRST) && !month.isAfter(LAST)) {
        return month;
      }
    } catch (DateTimeException e) {
      throw Problem.invalid(field, "team-month", FIRST).because(e);
    }
    throw Problem.invalid(field, "team-month", FIRST);
  }
}
