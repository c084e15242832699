package anbinh.bench.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  @Test
  void hasTheNewestFigureOfAQuietMachine() {
    String table =
        FigureTable.table(
            List.of(
                Measurements.of(Measurements.MISSED, 26, Machine.QUIET, ""),
                Measurements.of(Measurements.MET, 28, Machine.QUIET, ""),
                Measurements.of(Measurements.MISSED, 30, Machine.BUSY, "")));

    assertThat(table.lines().skip(2))
        .containsExactly(
            "| `clip-ms` | 4.2 | 90 | 0.047 | ratio<=0.05 | met | 2026-11-28 | commit28 | AMD EPYC"
                + " | 2026-11-30, busy: 0.057 **missed** |");
  }

  @Test
  void saysThatAFigureIsMissedAndThatItsMachineWasNotQuiet() {
    String table =
        FigureTable.table(
            List.of(
                Measurements.of(Measurements.MET, 29, Machine.SLOW, ""),
                Measurements.of(Measurements.MISSED, 30, Machine.SLOW, "")));

    assertThat(table)
        .contains("| **missed** | 2026-11-30 |")
        .contains("| this one: the machine was slow |");
  }

  @Test
  void takesThePlaceOfTheTableBefore() {
    String page = "before\n" + FigureTable.BEGIN + "\nold\n" + FigureTable.END + "\nafter\n";

    String renewed =
        FigureTable.renew(page, List.of(Measurements.of(Measurements.MET, 28, Machine.QUIET, "")));

    assertThat(renewed)
        .startsWith("before\n" + FigureTable.BEGIN + "\n| line |")
        .endsWith(" |\n" + FigureTable.END + "\nafter\n")
        .doesNotContain("old");
    assertThatThrownBy(() -> FigureTable.renew("a page", List.of()))
        .hasMessageContaining("has no lines");
  }
}
