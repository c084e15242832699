package anbinh.bench.history;

import java.time.LocalDate;

/// Measurements of tests.
final class Measurements {
  static final String MET = "clip-ms ours=4.2 peer=90 ratio=0.047 goal=ratio<=0.05 met";
  static final String MISSED = "clip-ms ours=5.0 peer=88 ratio=0.057 goal=ratio<=0.05 missed";

  private Measurements() {}

  static Measurement of(String printed, int day, Machine machine, String note) {
    return new Measurement(
        LocalDate.of(2026, 11, day),
        "commit" + day,
        Figure.find(printed).orElseThrow(),
        "AMD EPYC",
        machine,
        note);
  }
}
