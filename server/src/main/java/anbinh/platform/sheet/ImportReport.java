package anbinh.platform.sheet;

import java.util.List;

/// What a list of things of one kind holds.
///
/// @param added things that are added
/// @param known things that there are already; they are left as they are
/// @param errors the first ones
/// @param sample the first things that are added
public record ImportReport(
    String sha256,
    EncodingReport encoding,
    int rows,
    int added,
    int known,
    int errorCount,
    List<ErrorLine> errors,
    List<String> sample)
    implements SheetReport {
  public ImportReport {
    errors = List.copyOf(errors);
    sample = List.copyOf(sample);
  }
}
