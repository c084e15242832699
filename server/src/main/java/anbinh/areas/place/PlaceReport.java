package anbinh.areas.place;

import anbinh.platform.sheet.EncodingReport;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.SheetReport;
import java.util.List;

/// What a list of places holds.
///
/// @param added places that are added, or are elsewhere than before
/// @param known places that there are already, as the list says
/// @param removed places of the list's communes and kinds that it does not name any more
/// @param errors the first ones
/// @param sample the first places that are added
record PlaceReport(
    String sha256,
    EncodingReport encoding,
    int rows,
    int added,
    int known,
    int removed,
    int errorCount,
    List<ErrorLine> errors,
    List<String> sample)
    implements SheetReport {
  PlaceReport {
    errors = List.copyOf(errors);
    sample = List.copyOf(sample);
  }
}
