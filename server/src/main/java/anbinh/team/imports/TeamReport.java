package anbinh.team.imports;

import anbinh.platform.sheet.EncodingReport;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.SheetReport;
import anbinh.team.member.MemberRules.Warning;
import java.util.List;

/// What a list of teams holds.
///
/// @param communes of which it speaks
/// @param teams that are added
/// @param knownTeams that there are already; they are left as they are
/// @param members who are added
/// @param knownMembers who are there already; they are left as they are
/// @param warnings what is allowed and worth a look, by kind
/// @param errors the first ones
/// @param sample the first teams that are added, without names of people
public record TeamReport(
    String sha256,
    EncodingReport encoding,
    int rows,
    int communes,
    int teams,
    int knownTeams,
    int members,
    int knownMembers,
    List<WarningCount> warnings,
    int errorCount,
    List<ErrorLine> errors,
    List<SampleTeam> sample)
    implements SheetReport {
  public TeamReport {
    warnings = List.copyOf(warnings);
    errors = List.copyOf(errors);
    sample = List.copyOf(sample);
  }

  record WarningCount(Warning warning, int count) {}

  /// @param members how many it has in the list
  record SampleTeam(String name, String commune, int members) {}
}
