package anbinh.team.member;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.platform.SiteClock;
import anbinh.team.Team;
import anbinh.team.member.MemberTable.Bound;
import anbinh.team.unit.TeamTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// In which team somebody is: by the member to whom their account is bound, else by the village
/// whose team they belong to. Safe for many threads.
@Component
@NamedInterface("services")
public class TeamOfPerson {
  private final MemberTable members;
  private final TeamTable teams;
  private final SiteClock clock;
  private final Areas areas;

  TeamOfPerson(MemberTable members, TeamTable teams, SiteClock clock, Areas areas) {
    this.members = members;
    this.teams = teams;
    this.clock = clock;
    this.areas = areas;
  }

  /// Empty where they left, and where their area has no team.
  public Optional<UUID> find(Person person) {
    List<Bound> bound = members.listBound(person.id());
    if (!bound.isEmpty()) {
      return bound.stream().filter(Bound::present).map(Bound::teamId).findFirst();
    }
    UUID area = person.areaId();
    if (area == null || !areas.isLocal(area)) {
      return Optional.empty();
    }
    List<UUID> there =
        teams.listPresent(List.of(areas.communeOf(area))).stream().map(Team::id).toList();
    return teams.areas(there, clock.today()).entrySet().stream()
        .filter(each -> each.getValue().contains(area))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
