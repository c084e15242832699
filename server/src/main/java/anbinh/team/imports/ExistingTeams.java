package anbinh.team.imports;

import anbinh.platform.FoldedText;
import anbinh.team.Member;
import anbinh.team.Team;
import anbinh.team.member.MemberTable;
import anbinh.team.member.MemberTable.Known;
import anbinh.team.member.MemberTable.Past;
import anbinh.team.member.NationalIdRules;
import anbinh.team.member.Recognition;
import anbinh.team.member.TermRules.Held;
import anbinh.team.member.TermTable;
import anbinh.team.unit.TeamStandard;
import anbinh.team.unit.TeamTable;
import anbinh.team.unit.Teams;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What there is already where a list wants to add something: asked of the tables for all of the
/// list at once. Safe for many threads.
@Component
class ExistingTeams {
  private final Teams teams;
  private final TeamTable table;
  private final MemberTable members;
  private final TermTable terms;

  ExistingTeams(Teams teams, TeamTable table, MemberTable members, TermTable terms) {
    this.teams = teams;
    this.table = table;
    this.members = members;
    this.terms = terms;
  }

  /// Keeps others from adding teams or members in some communes until the transaction ends.
  void lockForUpdate(Collection<UUID> communes) {
    communes.stream().sorted().forEach(table::lockForUpdate);
  }

  /// The teams by the commune in which they lie today and by name; one that was dissolved where
  /// there is no other of its name.
  Map<String, Team> teams(Collection<UUID> communes) {
    Map<String, Team> found = new HashMap<>();
    for (UUID commune : communes) {
      for (Team team : table.listRegistered(teams.communesIn(commune))) {
        if (team.communeId().equals(commune) || teams.communeOf(team).equals(commune)) {
          found.putIfAbsent(commune + " " + FoldedText.accentedWords(team.name()), team);
        }
      }
    }
    return found;
  }

  Map<UUID, String> covered(Collection<UUID> villages, LocalDate from) {
    return table.coveredByOthers(villages, null, from);
  }

  List<Known> people(UUID commune) {
    return members.listOfCommunes(teams.communesIn(commune));
  }

  /// Whoever left some teams, or was refused by them.
  List<Past> past(Collection<UUID> some) {
    return members.listPast(some);
  }

  List<Known> byNumber(Collection<String> hashes) {
    return members.listByNationalId(hashes);
  }

  String hash(String number) {
    return members.hash(number);
  }

  NationalIdRules nationalIdRules() {
    return members.nationalIdRules();
  }

  Set<String> takenPapers(String column, Collection<String> numbers) {
    return new HashSet<>(members.takenPapers(column, numbers, null));
  }

  TeamStandard standard(LocalDate day) {
    return table.standard(day);
  }

  /// The accepted terms of some teams.
  Map<UUID, List<Held>> held(Collection<UUID> some) {
    Map<UUID, Member> byId = new HashMap<>();
    members.list(some).forEach(member -> byId.put(member.id(), member));
    Map<UUID, List<Held>> held = new HashMap<>();
    terms.list(some).stream()
        .filter(term -> term.accepted())
        .forEach(term ->
            held.computeIfAbsent(term.teamId(), _ -> new ArrayList<>())
                .add(Recognition.held(term, byId.get(term.memberId()))));
    return held;
  }
}
