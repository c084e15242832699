package anbinh.platform.sheet;

import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import org.jspecify.annotations.Nullable;

/// A list that was read by all rules: the report on it, and what writes that which is new in it.
///
/// @param write null where nothing is new
public record ReadList<R extends SheetReport>(R report, @Nullable Runnable write) {
  /// @param checked the SHA-256 of what was checked; null where nobody checked before
  /// @throws Problem when it is another list than the checked one, or when anything is wrong
  public ReadList<R> requireRight(@Nullable String checked) {
    if (checked != null && !checked.equalsIgnoreCase(report.sha256())) {
      throw Problem.of(PlatformProblem.LIST_OTHER);
    }
    if (report.errorCount() > 0) {
      throw Problem.of(PlatformProblem.LIST_WRONG, report.errorCount()).with("list", report);
    }
    return this;
  }

  /// Writes what is new.
  public R apply() {
    if (write != null) {
      write.run();
    }
    return report;
  }
}
