package anbinh.bench.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// All measurements as one SVG: a panel for each line, a point for each measurement in their order,
/// and the goal as a broken line. What is drawn is what the goal is about, from zero on.
final class HistoryPlot {
  private static final int COLUMNS = 3;
  private static final int WIDTH = 340;
  private static final int HEIGHT = 130;
  private static final int MARGIN = 14;
  private static final int TOP = 30;
  private static final int BOTTOM = 20;
  private static final String MET = "#1b7f4d";
  private static final String MISSED = "#c0392b";

  private HistoryPlot() {}

  static String svg(List<Measurement> measurements) {
    Map<String, List<Measurement>> lines = Measurement.byLine(measurements);
    int rows = Math.ceilDiv(lines.size(), COLUMNS);
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="%2$d" viewBox="0 0 %1$d %2$d" \
            font-family="sans-serif" font-size="10">
            <title>Benchmarks over time: green met, red missed, hollow on a disturbed machine</title>
            <rect width="100%%" height="100%%" fill="#ffffff"/>
            """,
            COLUMNS * WIDTH,
            rows * HEIGHT));
    int panel = 0;
    for (List<Measurement> ofLine : lines.values()) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<g transform=\"translate(%d %d)\">%n",
              panel % COLUMNS * WIDTH,
              panel / COLUMNS * HEIGHT));
      panel(svg, ofLine);
      svg.append("</g>\n");
      panel++;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void panel(StringBuilder svg, List<Measurement> ofLine) {
    Goal goal = ofLine.getLast().figure().goal();
    double most =
        1.1
            * ofLine.stream()
                .map(measurement -> measurement.figure().judged())
                .reduce(goal.limit(), BigDecimal::max)
                .doubleValue();
    double limit = height(goal.limit(), most);
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text x="%1$d" y="14" font-weight="bold">%2$s</text>
            <text x="%1$d" y="25" fill="#555555">%3$s, last %4$s</text>
            <line x1="%1$d" y1="%5$d" x2="%6$d" y2="%5$d" stroke="#999999"/>
            <line x1="%1$d" y1="%7$.1f" x2="%6$d" y2="%7$.1f" stroke="#555555" stroke-dasharray="4 3"/>
            <text x="%1$d" y="%8$d" fill="#555555">%9$s</text>
            <text x="%6$d" y="%8$d" fill="#555555" text-anchor="end">%10$s</text>
            """,
            MARGIN,
            escaped(ofLine.getFirst().figure().line()),
            escaped(goal.toString()),
            Figure.text(ofLine.getLast().figure().judged()),
            HEIGHT - BOTTOM,
            WIDTH - MARGIN,
            limit,
            HEIGHT - BOTTOM + 12,
            ofLine.getFirst().date(),
            ofLine.getLast().date()));
    for (int i = 0; i < ofLine.size(); i++) {
      double x = MARGIN + (WIDTH - 2.0 * MARGIN) * (i + 0.5) / ofLine.size();
      point(svg, ofLine.get(i), x, height(ofLine.get(i).figure().judged(), most));
    }
  }

  private static void point(StringBuilder svg, Measurement measurement, double x, double y) {
    Figure figure = measurement.figure();
    String colour = figure.met() ? MET : MISSED;
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <circle cx="%.1f" cy="%.1f" r="3" stroke="%s" fill="%s"><title>%s</title></circle>
            """,
            x,
            y,
            colour,
            measurement.machine() == Machine.QUIET ? colour : "#ffffff",
            escaped(
                "%s %s: %s %s, %s %s %s"
                    .formatted(
                        measurement.date(),
                        measurement.commit(),
                        Figure.text(figure.judged()),
                        figure.verdict(),
                        measurement.processor(),
                        measurement.machine(),
                        measurement.note())
                    .strip())));
  }

  private static double height(BigDecimal value, double most) {
    double room = HEIGHT - TOP - BOTTOM;
    return most == 0 ? HEIGHT - BOTTOM : HEIGHT - BOTTOM - room * value.doubleValue() / most;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
