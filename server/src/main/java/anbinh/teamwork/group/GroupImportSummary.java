package anbinh.teamwork.group;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.sheet.FirstErrors;
import anbinh.platform.sheet.SheetFile;
import anbinh.teamwork.group.GroupReading.Listed;
import anbinh.teamwork.group.GroupReport.SampleGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Counts what a list of groups of households holds while it is read. Not thread-safe.
final class GroupImportSummary {
  private static final int SAMPLE = 5;

  final FirstErrors errors = new FirstErrors();
  private final Set<UUID> communes = new HashSet<>();
  private int rows;
  private int knownGroups;
  private int knownLeaders;

  void row() {
    rows++;
  }

  void commune(UUID id) {
    communes.add(id);
  }

  void knownGroup() {
    knownGroups++;
  }

  void knownLeader() {
    knownLeaders++;
  }

  /// The communes of which it speaks.
  List<UUID> communes() {
    return communes.stream().sorted().toList();
  }

  GroupReport report(SheetFile file, List<Listed> found) {
    List<Listed> fresh = found.stream().filter(Listed::fresh).toList();
    return new GroupReport(
        file.sha256(),
        file.encoding(),
        rows,
        communes.size(),
        fresh.size(),
        knownGroups,
        found.stream().mapToInt(each -> each.leaders().size()).sum(),
        knownLeaders,
        errors.count(),
        errors.list(),
        fresh.stream()
            .limit(SAMPLE)
            .map(each -> new SampleGroup(each.name(), each.villageName(), each.households()))
            .toList());
  }

  /// Throws a [Problem] that holds a report when anything is wrong.
  static void right(GroupReport report) {
    if (report.errorCount() > 0) {
      throw Problem.of(PlatformProblem.LIST_WRONG, report.errorCount()).with("list", report);
    }
  }
}
