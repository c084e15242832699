package anbinh.teamwork.group;

import anbinh.platform.sheet.EncodingReport;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.SheetReport;
import java.util.List;

/// What a list of groups of households holds.
///
/// @param communes of which it speaks
/// @param groups that are added
/// @param knownGroups that there are already, or were; they are left as they are
/// @param leaders who are added
/// @param knownLeaders who are there already
/// @param errors the first ones
/// @param sample the first groups that are added, without names of people
record GroupReport(
    String sha256,
    EncodingReport encoding,
    int rows,
    int communes,
    int groups,
    int knownGroups,
    int leaders,
    int knownLeaders,
    int errorCount,
    List<ErrorLine> errors,
    List<SampleGroup> sample)
    implements SheetReport {
  GroupReport {
    errors = List.copyOf(errors);
    sample = List.copyOf(sample);
  }

  record SampleGroup(String name, String village, int households) {}
}
