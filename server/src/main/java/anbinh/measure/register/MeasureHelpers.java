package anbinh.measure.register;

import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.identity.people.People;
import anbinh.platform.SiteClock;
import anbinh.team.Member;
import anbinh.team.ServicePeriods.ServicePeriod;
import anbinh.team.Team;
import anbinh.team.member.TeamMembership;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Who can be asked to help in a commune: members of its teams whose term runs, and accounts of
/// those who mediate, lead villages or work for partner organisations there. Safe for many threads.
@Component
class MeasureHelpers {
  private final MeasureAccess access;
  private final TeamMembership membership;
  private final People people;
  private final Areas areas;
  private final SiteClock clock;

  MeasureHelpers(
      MeasureAccess access,
      TeamMembership membership,
      People people,
      Areas areas,
      SiteClock clock) {
    this.access = access;
    this.membership = membership;
    this.people = people;
    this.areas = areas;
    this.clock = clock;
  }

  /// @param personId their account; null for a member of a team who has none
  /// @param memberId what they are in a team; null for who is in none
  record Choice(@Nullable UUID personId, @Nullable UUID memberId, String name) {
    boolean is(@Nullable UUID person, @Nullable UUID member) {
      return person == null ? memberId != null && memberId.equals(member) : person.equals(personId);
    }

    @Override
    public String toString() {
      return "Choice[…]";
    }
  }

  List<Choice> list(UUID communeId) {
    List<UUID> there = membership.listPresent(List.of(communeId)).stream().map(Team::id).toList();
    Map<UUID, Member> known = new HashMap<>();
    membership.listMembersOf(there).forEach(each -> known.put(each.id(), each));
    var choices = new ArrayList<Choice>();
    Set<UUID> accounts = new HashSet<>();
    for (ServicePeriod each : membership.servicePeriods(there).on(clock.today())) {
      Member member = known.get(each.memberId());
      String name = member == null ? null : member.name();
      if (member != null && name != null) {
        UUID account = member.personId();
        choices.add(new Choice(account, member.id(), name));
        if (account != null) {
          accounts.add(account);
        }
      }
    }
    Set<UUID> below = areas.below(communeId);
    for (var role : MeasureAccess.HELPERS) {
      for (Person each : people.listActive(role, below)) {
        if (access.mayHelp(each, communeId) && accounts.add(each.id())) {
          choices.add(new Choice(each.id(), null, each.displayName()));
        }
      }
    }
    choices.sort(Comparator.comparing(Choice::name));
    return List.copyOf(choices);
  }
}
