package anbinh.bench.history;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// `./anbinh bench record [--machine quiet|busy|slow] [--note TEXT]`: adds the results in what a
/// benchmark printed (standard input) to the history, and draws table and plot anew. `./anbinh
/// bench plot` only draws.
public final class HistoryCommand {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private HistoryCommand() {}

  public static void main(String[] arguments) throws IOException {
    try {
      run(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("anbinh: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void run(String[] arguments) throws IOException {
    String commit = "unknown";
    Machine machine = Machine.QUIET;
    String note = "";
    for (int i = 1; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      switch (arguments[i]) {
        case "--commit" -> commit = arguments[i + 1];
        case "--machine" -> machine = Machine.parse(arguments[i + 1]);
        case "--note" -> note = arguments[i + 1];
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    var results = new ResultsFolder(Path.of("bench", "results"));
    if (arguments[0].equals("record")) {
      var day = LocalDate.now(ZoneId.systemDefault());
      List<Measurement> added =
          results.record(standardInput(), day, commit, processor(), machine, note);
      added.forEach(measurement ->
          System.out.println(measurement.figure().line() + " " + measurement.figure().verdict()));
    }
    results.draw();
  }

  private static List<String> standardInput() throws IOException {
    try (var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      return input.lines().toList();
    }
  }

  private static String processor() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return "unknown";
    }
    return Files.readAllLines(PROCESSORS).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
        .findFirst()
        .orElse("unknown");
  }
}
