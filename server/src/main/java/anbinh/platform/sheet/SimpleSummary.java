package anbinh.platform.sheet;

import anbinh.platform.Messages;
import java.util.ArrayList;
import java.util.List;

/// Counts a list of things of one kind: those that are added, and those that there are already. Not
/// thread-safe.
public final class SimpleSummary extends ImportSummary {
  private final List<String> sample = new ArrayList<>();
  private int added;
  private int known;

  public SimpleSummary(Messages messages) {
    super(messages);
  }

  public void known() {
    known++;
  }

  /// @param what is added, in a few words without the names of people
  public void added(String what) {
    added++;
    if (sample.size() < SAMPLE) {
      sample.add(what);
    }
  }

  public ImportReport report(SheetFile file) {
    return new ImportReport(
        file.sha256(), file.encoding(), rows(), added, known, errorCount(), errors(), sample);
  }
}
