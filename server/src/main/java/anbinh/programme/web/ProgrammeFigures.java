package anbinh.programme.web;

import anbinh.identity.AreaScope;
import anbinh.platform.SiteClock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// How many programmes there are of each kind in each commune: numbers without a name of anybody.
/// Rights are the caller's to check. Safe for many threads.
@Component
class ProgrammeFigures {
  private final ProgrammeCountTable table;
  private final SiteClock clock;

  ProgrammeFigures(ProgrammeCountTable table, SiteClock clock) {
    this.table = table;
    this.clock = clock;
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

  /// By commune and kind, where there is something: as they stood at the end of a year, or stand
  /// today, with the activities of the year.
  public List<Tally> list(int year, AreaScope scope) {
    return list(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), scope);
  }

  /// By commune and kind, where there is something: as they stood on the last day of a time, or
  /// stand today, with the activities within it.
  public List<Tally> list(LocalDate from, LocalDate to, AreaScope scope) {
    LocalDate today = clock.today();
    return table.list(from, to, to.isAfter(today) ? today : to, scope);
  }
}
