package anbinh.areas.imports;

import anbinh.areas.imports.AreaReport.SampleArea;
import anbinh.platform.Messages;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import anbinh.platform.sheet.EncodingReport;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.SheetFile;
import anbinh.seal.tree.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Counts what a file of units holds while it is read. Not thread-safe.
public final class AreaImportSummary {
  private static final int MAX_ERRORS = 200;
  private static final int SAMPLE = 5;

  private final Messages messages;
  private final List<ErrorLine> errors = new ArrayList<>();
  private final List<SampleArea> sample = new ArrayList<>();
  private int rows;
  private int fresh;
  private int known;
  private int changed;
  private int past;
  private int corrected;
  private int errorCount;

  public AreaImportSummary(Messages messages) {
    this.messages = messages;
  }

  public void row() {
    rows++;
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

  void error(ErrorLine error) {
    errorCount++;
    if (errors.size() < MAX_ERRORS) {
      errors.add(error);
    }
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
        rows,
        fresh,
        known,
        changed,
        past,
        corrected,
        errorCount,
        errors.stream().sorted(Comparator.comparingInt(ErrorLine::row)).toList(),
        sample);
  }

  /// The same; a [Problem] that holds it when anything is wrong.
  public AreaReport right(byte[] file) {
    return right(report(file));
  }

  /// The same, and one whose conversion nobody confirmed.
  AreaReport right(SheetFile file) {
    AreaReport report = right(report(file));
    file.requireConfirmed();
    return report;
  }

  private AreaReport right(AreaReport report) {
    if (errorCount > 0) {
      throw Problem.of(PlatformProblem.LIST_WRONG, errorCount).with("list", report);
    }
    return report;
  }
}
