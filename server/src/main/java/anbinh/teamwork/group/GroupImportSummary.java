package anbinh.teamwork.group;

import anbinh.platform.Messages;
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetFile;
import anbinh.teamwork.group.GroupReading.Listed;
import anbinh.teamwork.group.GroupReport.SampleGroup;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Counts what a list of groups of households holds while it is read. Not thread-safe.
final class GroupImportSummary extends ImportSummary {
  private final Set<UUID> communes = new HashSet<>();
  private int knownGroups;
  private int knownLeaders;

  GroupImportSummary(Messages messages) {
    super(messages);
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
        rows(),
        communes.size(),
        fresh.size(),
        knownGroups,
        found.stream().mapToInt(each -> each.leaders().size()).sum(),
        knownLeaders,
        errorCount(),
        errors(),
        fresh.stream()
            .limit(SAMPLE)
            .map(each -> new SampleGroup(each.name(), each.villageName(), each.households()))
            .toList());
  }
}
