package anbinh.cameras.imports;

import anbinh.cameras.CameraKind;
import anbinh.platform.sheet.EncodingReport;
import anbinh.platform.sheet.ErrorLine;
import anbinh.platform.sheet.SheetReport;
import java.util.List;

/// What a list of cameras holds.
///
/// @param fresh rows that the register does not have
/// @param known rows whose reference it has in that area; they are left as they are
/// @param withoutPlace fresh rows that no search by place can find
/// @param withConsent fresh rows whose owner consented
/// @param errors the first ones
/// @param sample the first fresh rows, as they will be
record ListReport(
    String sha256,
    EncodingReport encoding,
    int rows,
    int fresh,
    int known,
    int connected,
    int community,
    int withoutPlace,
    int withConsent,
    int withContact,
    List<AreaCount> areas,
    int errorCount,
    List<ErrorLine> errors,
    List<SampleRow> sample)
    implements SheetReport {
  ListReport {
    areas = List.copyOf(areas);
    errors = List.copyOf(errors);
    sample = List.copyOf(sample);
  }

  record AreaCount(String code, String name, int rows) {}

  record SampleRow(String reference, String name, String area, CameraKind kind) {}
}
