package anbinh.platform.sheet;

import java.util.List;

/// What a list holds, what taking it would do, and what is wrong with it.
///
/// @param sha256 of the file, so that what is taken can be held against what was checked
/// @param added things that are added
/// @param known things that there are already; they are left as they are
/// @param errorCount of all errors; `errors` holds the first ones
/// @param sample the first things that are added
public record ImportReport(
    String sha256,
    EncodingReport encoding,
    int rows,
    int added,
    int known,
    int errorCount,
    List<ErrorLine> errors,
    List<String> sample) {
  public ImportReport {
    errors = List.copyOf(errors);
    sample = List.copyOf(sample);
  }
}
