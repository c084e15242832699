package anbinh.areas.imports;

import anbinh.platform.sheet.EncodingReport;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.SheetReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file of units holds.
///
/// @param encoding null where it is no spreadsheet
/// @param fresh that are added
/// @param known that there are already; they are left as they are
/// @param changed that there are already, and get an official code, a kind or another boundary
/// @param past units that were before, and are added as what led to today's
/// @param corrected rows with a wrong code, matched by the name
/// @param errors the first ones
/// @param sample the first fresh ones
public record AreaReport(
    String sha256,
    @Nullable EncodingReport encoding,
    int rows,
    int fresh,
    int known,
    int changed,
    int past,
    int corrected,
    int errorCount,
    List<ErrorLine> errors,
    List<SampleArea> sample)
    implements SheetReport {
  public AreaReport {
    errors = List.copyOf(errors);
    sample = List.copyOf(sample);
  }

  /// @param above the name of the unit that it lies in; empty at the top
  public record SampleArea(String code, String name, String above) {}
}
