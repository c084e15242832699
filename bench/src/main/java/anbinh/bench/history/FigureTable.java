package anbinh.bench.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The table of today's figures in `bench/results/README.md`: of each line the newest measurement
/// of a quiet machine, and beside it what came later on a machine that was not.
final class FigureTable {
  static final String BEGIN = "<!-- figures: written by ./anbinh bench plot -->";
  static final String END = "<!-- end of figures -->";
  private static final Pattern PLACE =
      Pattern.compile(Pattern.quote(BEGIN) + ".*" + Pattern.quote(END), Pattern.DOTALL);
  private static final String HEADING =
      """
      | line | ours | peer | ratio | goal | | date | commit | processor | newer, on a disturbed machine |
      |---|---|---|---|---|---|---|---|---|---|
      """;

  private FigureTable() {}

  /// A page with the table of these measurements in the place of the one it has.
  ///
  /// @throws IllegalArgumentException if the page has no place for it
  static String renew(String page, List<Measurement> measurements) {
    Matcher place = PLACE.matcher(page);
    if (!place.find()) {
      throw new IllegalArgumentException(
          "the page has no lines '%s' and '%s' for the table".formatted(BEGIN, END));
    }
    return place.replaceFirst(Matcher.quoteReplacement(BEGIN + "\n" + table(measurements) + END));
  }

  static String table(List<Measurement> measurements) {
    return Measurement.byLine(measurements).values().stream()
        .map(FigureTable::row)
        .collect(Collectors.joining("", HEADING, ""));
  }

  private static String row(List<Measurement> ofLine) {
    int at = newest(ofLine);
    Measurement today = ofLine.get(at);
    Figure figure = today.figure();
    return String.join(
        " | ",
        "| `" + figure.line() + "`",
        Figure.text(figure.ours()),
        Figure.text(figure.peer()),
        Figure.text(figure.ratio()),
        figure.goal().toString(),
        figure.met() ? "met" : "**missed**",
        today.date().toString(),
        today.commit(),
        today.processor(),
        remark(today, ofLine.subList(at + 1, ofLine.size())) + " |\n");
  }

  /// The newest of a quiet machine, or the newest of all where there is none.
  private static int newest(List<Measurement> ofLine) {
    for (int i = ofLine.size() - 1; i >= 0; i--) {
      if (ofLine.get(i).machine() == Machine.QUIET) {
        return i;
      }
    }
    return ofLine.size() - 1;
  }

  private static String remark(Measurement today, List<Measurement> later) {
    List<String> remarks = new ArrayList<>();
    if (today.machine() != Machine.QUIET) {
      remarks.add("this one: the machine was " + today.machine());
    }
    Map<Machine, Measurement> last = new LinkedHashMap<>();
    later.forEach(measurement -> last.put(measurement.machine(), measurement));
    last.forEach((machine, measurement) ->
        remarks.add(
            "%s, %s: %s %s"
                .formatted(
                    measurement.date(),
                    machine,
                    Figure.text(measurement.figure().judged()),
                    measurement.figure().met() ? "met" : "**missed**")));
    return String.join("; ", remarks);
  }
}
