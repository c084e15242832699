package anbinh.community.programme;

import anbinh.community.programme.page.ProgrammeTallyTable;
import anbinh.identity.AreaScope;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How many programmes there are of each kind in each commune: numbers without a name of anybody.
/// Rights are the caller's to check. Safe for many threads.
@Component
public class ProgrammeFigures {
  private final ProgrammeTallyTable table;

  ProgrammeFigures(ProgrammeTallyTable table) {
    this.table = table;
  }

  /// Those of a kind in a commune.
  ///
  /// @param running launched or active
  /// @param copied present, and copied from another one
  /// @param recommended running, and recommended for copying
  /// @param assessed whose assessment for the year before was confirmed
  /// @param activities in the year
  /// @param attended how many came to them, each time counted anew
  public record Tally(
      UUID communeId,
      UUID kindId,
      long proposed,
      long running,
      long dormant,
      long ended,
      long copied,
      long recommended,
      long assessed,
      long activities,
      long attended) {}

  /// By commune and kind, where there is something.
  ///
  /// @param year whose activities are counted
  public List<Tally> list(int year, AreaScope scope) {
    return table.list(year, scope);
  }
}
