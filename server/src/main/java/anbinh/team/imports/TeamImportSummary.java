package anbinh.team.imports;

import anbinh.platform.Messages;
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetFile;
import anbinh.team.imports.TeamReport.SampleTeam;
import anbinh.team.imports.TeamReport.WarningCount;
import anbinh.team.member.MemberRules.Warning;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Counts what a list of teams holds while it is read. Not thread-safe.
final class TeamImportSummary extends ImportSummary {
  private final Map<Warning, Integer> warnings = new EnumMap<>(Warning.class);
  private final Set<UUID> communes = new HashSet<>();
  private int knownTeams;
  private int knownMembers;

  TeamImportSummary(Messages messages) {
    super(messages);
  }

  void warnings(List<Warning> some) {
    some.forEach(each -> warnings.merge(each, 1, Integer::sum));
  }

  void commune(UUID id) {
    communes.add(id);
  }

  void knownTeam() {
    knownTeams++;
  }

  void knownMember() {
    knownMembers++;
  }

  /// The mistakes in the order of the rows.
  TeamReport report(SheetFile file, TeamReading.Found found) {
    Map<UUID, Integer> sizes = found.sizes();
    List<TeamRow.Unit> fresh = found.units().stream().filter(TeamRow.Unit::fresh).toList();
    return new TeamReport(
        file.sha256(),
        file.encoding(),
        rows(),
        communes.size(),
        fresh.size(),
        knownTeams,
        (int) found.people().stream().map(TeamRow.Person::id).distinct().count(),
        knownMembers,
        warnings.entrySet().stream()
            .map(each -> new WarningCount(each.getKey(), each.getValue()))
            .toList(),
        errorCount(),
        errors(),
        fresh.stream()
            .limit(SAMPLE)
            .map(unit ->
                new SampleTeam(unit.name(), unit.communeName(), sizes.getOrDefault(unit.id(), 0)))
            .toList());
  }

  /// The communes of which it speaks.
  List<UUID> communes() {
    return communes.stream().sorted().toList();
  }
}
