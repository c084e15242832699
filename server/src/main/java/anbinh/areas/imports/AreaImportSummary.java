package anbinh.areas.imports;

import anbinh.areas.imports.AreaReport.SampleArea;
import anbinh.platform.Messages;
import anbinh.platform.sheet.EncodingReport;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetFile;
import anbinh.seal.tree.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what a file of units holds while it is read. Not thread-safe.
public final class AreaImportSummary extends ImportSummary {
  private final List<SampleArea> sample = new ArrayList<>();
  private int fresh;
  private int known;
  private int changed;
  private int past;
  private int corrected;

  public AreaImportSummary(Messages messages) {
    super(messages);
  }

  public void known() {
    known++;
  }

  public void changed() {
    changed++;
  }

  public void past() {
    past++;
  }

  public void corrected() {
    corrected++;
  }

  public void fresh(String code, String name, String above) {
    fresh++;
    if (sample.size() < SAMPLE) {
      sample.add(new SampleArea(code, name, above));
    }
  }

  /// A mistake in a file that is no spreadsheet.
  ///
  /// @param column named by `area-list.<column>` in the messages
  public void error(int row, String column, String code, Object... arguments) {
    error(
        new ErrorLine(
            row,
            null,
            column,
            messages.text("area-list." + column),
            code,
            messages.text("field." + code, arguments)));
  }

  public AreaReport report(byte[] file) {
    return report(Hash.sha256(file).hex(), null);
  }

  AreaReport report(SheetFile file) {
    return report(file.sha256(), file.encoding());
  }

  private AreaReport report(String sha256, @Nullable EncodingReport encoding) {
    return new AreaReport(
        sha256,
        encoding,
        rows(),
        fresh,
        known,
        changed,
        past,
        corrected,
        errorCount(),
        errors(),
        sample);
  }
}
