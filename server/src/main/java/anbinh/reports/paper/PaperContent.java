package anbinh.reports.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a paper of figures says, in one language, whatever is made of it.
///
/// @param unit whose figures they are
/// @param chair whether it is the People's Committee's paper, and else the police's
/// @param province whether the unit is a province
/// @param period as people write it
/// @param over whether the period is over
/// @param sentence what the year came to; null where the period is no year
/// @param missing names of units without a report of the period
/// @param hides whether anything was hidden or rounded
record PaperContent(
    String unit,
    boolean chair,
    boolean province,
    String periodCode,
    String period,
    String before,
    String yearAgo,
    boolean over,
    LocalDate day,
    Instant madeAt,
    String madeBy,
    boolean demonstration,
    @Nullable String sentence,
    List<Topic> topics,
    List<String> lineHeads,
    List<Line> lines,
    List<Definition> definitions,
    int handedIn,
    int units,
    List<String> missing,
    boolean hides) {
  PaperContent {
    topics = List.copyOf(topics);
    lineHeads = List.copyOf(lineHeads);
    lines = List.copyOf(lines);
    definitions = List.copyOf(definitions);
    missing = List.copyOf(missing);
  }

  record Topic(String name, List<Row> rows) {
    Topic {
      rows = List.copyOf(rows);
    }
  }

  /// @param part whether it is a part of the row before
  /// @param value null where it is not shown
  record Row(String code, String name, boolean part, Cell value, Cell before, Cell yearAgo) {}

  /// A number, and as people read it.
  ///
  /// @param number null where it is not shown
  record Cell(@Nullable Double number, String text) {}

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
}
