package anbinh.evidence.collect.document;

import anbinh.evidence.collect.footage.SightingsFile;
import anbinh.print.Sheet;
import anbinh.sightings.PlateReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a record for people says of those that pass in a clip: as readings, never as facts.
final class PassPages {
  /// More passes than this are named in `sightings.json` alone.
  private static final int SHOWN_PASSES = 40;

  private PassPages() {}

  static void write(Sheet sheet, SightingsFile.CameraPart camera) {
    List<List<String>> lines = new ArrayList<>();
    for (SightingsFile.Pass pass : camera.passes().stream().limit(SHOWN_PASSES).toList()) {
      PlateReading reading = pass.readings().isEmpty() ? null : pass.readings().getFirst();
      lines.add(
          List.of(
              sheet.time(pass.best()),
              reading == null ? "–" : sheet.code(reading.text()),
              reading == null ? "–" : sheet.code(percent(reading.confidence())),
              pass.kind() == null
                  ? "–"
                  : sheet.words(sheet.shared("sighting.kind." + pass.kind()))));
    }
    sheet
        .heading(3, sheet.text("passes"))
        .paragraph(
            sheet.text(
                "passes-note",
                Integer.toString(camera.passes().size()),
                Integer.toString(lines.size())))
        .table(
            "segments", List.of("pass-time", "pass-plate", "pass-confidence", "pass-kind"), lines);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
