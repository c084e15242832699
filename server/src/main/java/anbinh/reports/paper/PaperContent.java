package anbinh.reports.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a paper of figures says, in one language, whatever is made of it.
///
/// @param unit whose figures they are
/// @param above the unit above it; null at the top
/// @param chair whether it is the People's Committee's paper, and else the police's
/// @param province whether the unit is a province
/// @param period as people write it
/// @param heads of the columns of numbers
/// @param over whether the period is over
/// @param internal whether it has numbers that only the unit's own officer is shown
/// @param sentence what the year came to; null where the period is no year
/// @param missing names of units of whose report of the period nothing counts
/// @param asOf the day to whose end all numbers are counted
/// @param reopened names of those that were asked back, and count by what was accepted before
/// @param hides whether anything was hidden or rounded
/// @param dashes whether a dash stands somewhere
/// @param approved which report of the same unit and period was handed in; null of what is one
///   itself, and where there is none
/// @param kept which version of a report it is; null of what was counted for this paper
record PaperContent(
    String unit,
    @Nullable String above,
    boolean chair,
    boolean province,
    String period,
    List<String> heads,
    boolean over,
    LocalDate day,
    LocalDate asOf,
    Instant madeAt,
    String madeBy,
    boolean demonstration,
    boolean internal,
    @Nullable String sentence,
    List<Topic> topics,
    List<String> lineHeads,
    List<Line> lines,
    List<Definition> definitions,
    int handedIn,
    int units,
    List<String> missing,
    List<String> reopened,
    boolean hides,
    boolean dashes,
    @Nullable String approved,
    @Nullable Kept kept) {
  PaperContent {
    heads = List.copyOf(heads);
    topics = List.copyOf(topics);
    lineHeads = List.copyOf(lineHeads);
    lines = List.copyOf(lines);
    definitions = List.copyOf(definitions);
    missing = List.copyOf(missing);
    reopened = List.copyOf(reopened);
  }

  record Topic(String name, List<Row> rows) {
    Topic {
      rows = List.copyOf(rows);
    }
  }

  /// @param part whether it is a part of the row before
  /// @param cells by column; a part may have fewer
  /// @param note what who submitted said to it
  record Row(String code, String name, boolean part, List<Cell> cells, @Nullable String note) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /// A number, and as people read it.
  ///
  /// @param number null where it is not shown
  /// @param share whether it is a share in percent
  record Cell(@Nullable Double number, String text, boolean share) {
    boolean isDash() {
      return text.equals("–");
    }
  }

  record Line(String code, String name, List<Cell> cells, String report) {
    Line {
      cells = List.copyOf(cells);
    }
  }

  record Definition(
      String code,
      String name,
      String says,
      String source,
      String law,
      String days,
      String hidden) {}

  /// A version of a report: its frozen figures prove it by their SHA-256.
  ///
  /// @param code of the report, such as `BC-2026-0004`
  /// @param state how far it came
  /// @param after what came after it; null where it is the last word
  record Kept(
      String code,
      int version,
      String state,
      @Nullable String after,
      String sha256,
      Instant countedAt,
      List<Step> steps) {
    Kept {
      steps = List.copyOf(steps);
    }
  }

  /// @param sight what of the figures who took it was shown; empty where nobody kept it
  record Step(String what, String by, Instant at, String sight) {}
}
