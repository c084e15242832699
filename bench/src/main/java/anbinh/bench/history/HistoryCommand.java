package anbinh.bench.history;

import anbinh.bench.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/// `./anbinh bench record [--machine quiet|busy|slow] [--note TEXT]`: adds the results in what a
/// benchmark printed (standard input) to the history, and draws table and plot anew. `./anbinh
/// bench plot` only draws.
public final class HistoryCommand {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private HistoryCommand() {}

  public static void main(String[] arguments) throws IOException {
    try {
      run(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (IllegalArgumentException e) {
      System.err.println("anbinh: " + e.getMessage());
      System.exit(2);
    }
  }

  private static void run(String command, String[] arguments) throws IOException {
    var options = new Options("bench " + command, arguments);
    String commit = options.text("--commit", "COMMIT", "unknown");
    boolean isRecord = command.equals("record");
    Machine machine =
        isRecord
            ? Machine.parse(options.choice("--machine", "quiet", "busy", "slow"))
            : Machine.QUIET;
    String note = isRecord ? options.text("--note", "TEXT", "") : "";
    options.end();
    var results = new ResultsFolder(Path.of("bench", "results"));
    if (isRecord) {
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
