package anbinh.team.imports;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.FirstErrors;
import anbinh.platform.sheet.SheetError;
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
import java.util.function.Supplier;

/// Counts what a list of teams holds while it is read. Not thread-safe.
final class TeamImportSummary {
  private static final int SAMPLE = 5;

  private final FirstErrors errors = new FirstErrors();
  private final Map<Warning, Integer> warnings = new EnumMap<>(Warning.class);
  private final Set<UUID> communes = new HashSet<>();
  private int rows;
  private int knownTeams;
  private int knownMembers;

  void row() {
    rows++;
  }

  void error(SheetError error, Supplier<ErrorLine> line) {
    errors.add(error, line);
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
        rows,
        communes.size(),
        fresh.size(),
        knownTeams,
        (int) found.people().stream().map(TeamRow.Person::id).distinct().count(),
        knownMembers,
        warnings.entrySet().stream()
            .map(each -> new WarningCount(each.getKey(), each.getValue()))
            .toList(),
        errors.count(),
        errors.list(),
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

  /// Throws a [Problem] that holds a report when anything is wrong.
  void right(TeamReport report) {
    if (report.errorCount() > 0) {
      throw Problem.of(PlatformProblem.LIST_WRONG, report.errorCount()).with("list", report);
    }
  }
}
