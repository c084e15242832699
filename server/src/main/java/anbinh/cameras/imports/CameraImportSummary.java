package anbinh.cameras.imports;

import anbinh.areas.Area;
import anbinh.cameras.CameraKind;
import anbinh.cameras.imports.ListReport.AreaCount;
import anbinh.cameras.imports.ListReport.SampleRow;
import anbinh.platform.Messages;
import anbinh.platform.sheet.ImportSummary;
import anbinh.platform.sheet.SheetFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what a list holds while it is read. Not thread-safe.
final class CameraImportSummary extends ImportSummary {
  private final Map<String, Integer> byArea = new TreeMap<>();
  private final List<ListRow> sample = new ArrayList<>();
  private int known;
  private int fresh;
  private int connected;
  private int withoutPlace;
  private int withConsent;
  private int withContact;

  CameraImportSummary(Messages messages) {
    super(messages);
  }

  void known() {
    known++;
  }

  void fresh(ListRow row) {
    fresh++;
    connected += row.kind() == CameraKind.CONNECTED ? 1 : 0;
    withoutPlace += row.place() == null ? 1 : 0;
    withConsent += row.consent() == null ? 0 : 1;
    withContact += row.contact() == null ? 0 : 1;
    byArea.merge(row.area().code(), 1, Integer::sum);
    if (sample.size() < SAMPLE) {
      sample.add(row);
    }
  }

  /// @param areas by their codes
  ListReport report(SheetFile file, Map<String, Area> areas) {
    return new ListReport(
        file.sha256(),
        file.encoding(),
        rows(),
        fresh,
        known,
        connected,
        fresh - connected,
        withoutPlace,
        withConsent,
        withContact,
        byArea.entrySet().stream()
            .map(entry ->
                new AreaCount(entry.getKey(), name(areas, entry.getKey()), entry.getValue()))
            .toList(),
        errorCount(),
        errors(),
        sample.stream()
            .map(row -> new SampleRow(row.reference(), row.name(), row.area().name(), row.kind()))
            .toList());
  }

  private static String name(Map<String, Area> areas, String code) {
    Area area = areas.get(code);
    return area == null ? code : area.name();
  }
}
