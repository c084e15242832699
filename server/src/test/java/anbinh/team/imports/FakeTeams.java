package anbinh.team.imports;

import anbinh.platform.FoldedText;
import anbinh.team.Gender;
import anbinh.team.Team;
import anbinh.team.member.MemberTable.Known;
import anbinh.team.member.MemberTable.Past;
import anbinh.team.member.NationalIdRules;
import anbinh.team.member.NationalIdRules.Century;
import anbinh.team.member.TermRules.Held;
import anbinh.team.unit.TeamStandard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What there is already, in memory; TeamsIT runs the real tables.
final class FakeTeams extends ExistingTeams {
  final List<Team> teams = new ArrayList<>();
  final List<Known> people = new ArrayList<>();

  /// Who works in teams of other communes, known by the number alone.
  final List<Known> elsewhere = new ArrayList<>();

  final List<Past> past = new ArrayList<>();
  final Map<UUID, List<Held>> held = new HashMap<>();
  final Map<UUID, String> covered = new HashMap<>();
  final Set<String> papers = new HashSet<>();
  final Set<UUID> locked = new HashSet<>();

  @SuppressWarnings("NullAway") // there are no tables
  FakeTeams() {
    super(null, null, null, null);
  }

  @Override
  void lockForUpdate(Collection<UUID> communes) {
    locked.addAll(communes);
  }

  @Override
  Map<String, Team> teams(Collection<UUID> communes) {
    Map<String, Team> found = new HashMap<>();
    teams.stream()
        .filter(team -> communes.contains(team.communeId()))
        .forEach(team ->
            found.put(team.communeId() + " " + FoldedText.accentedWords(team.name()), team));
    return found;
  }

  @Override
  Map<UUID, String> covered(Collection<UUID> villages, LocalDate from) {
    Map<UUID, String> found = new HashMap<>(covered);
    found.keySet().retainAll(villages);
    return found;
  }

  @Override
  List<Known> people(UUID commune) {
    return people;
  }

  @Override
  List<Past> past(Collection<UUID> some) {
    return past.stream().filter(each -> some.contains(each.who().teamId())).toList();
  }

  @Override
  List<Known> byNumber(Collection<String> hashes) {
    return elsewhere.stream().filter(each -> hashes.contains(each.nationalId())).toList();
  }

  @Override
  String hash(String number) {
    return "#" + number;
  }

  @Override
  NationalIdRules nationalIdRules() {
    return new NationalIdRules(
        Map.of(12, List.of("038"), 9, List.of("17")), Map.of(0, new Century(1900, Gender.MALE)));
  }

  @Override
  Set<String> takenPapers(String column, Collection<String> numbers) {
    Set<String> taken = new HashSet<>(papers);
    taken.retainAll(numbers.stream().map(number -> column + " " + number).toList());
    return new HashSet<>(taken.stream().map(each -> each.substring(column.length() + 1)).toList());
  }

  @Override
  TeamStandard standard(LocalDate day) {
    return new TeamStandard(
        LocalDate.of(2024, 7, 1), 18, 70, 3, 3, 12, null, 30, "Law 30/2023/QH15", true);
  }

  @Override
  Map<UUID, List<Held>> held(Collection<UUID> some) {
    Map<UUID, List<Held>> found = new HashMap<>(held);
    found.keySet().retainAll(some);
    return found;
  }
}
