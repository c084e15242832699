package anbinh.bench;

import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `./anbinh bench check [--packages 10000] [--entries 1000000]`: how long `check` of a made-up
/// year takes with 128 MiB of heap, how much memory its Java takes in all, and how long a server
/// takes at its start to hold all heads that are kept against its log, before it signs anything.
/// Beside it `sha256sum` of the same packages and entries.
///
/// The goals are for two processors: a year in five minutes, the start's check in half a one. What
/// `check` finds must be nothing.
public final class CheckBench {
  private static final double GOAL_SECONDS = 300;
  private static final double START_GOAL_SECONDS = 30;
  private static final int HEAP_MEBIBYTES = 128;
  private static final double MEMORY_GOAL_MEBIBYTES = 400;
  private static final Duration TIMEOUT = Duration.ofMinutes(30);
  private static final Pattern HEADS =
      Pattern.compile("(\\d+) kept heads were held against the log in (\\d+) ms");

  private CheckBench() {}

  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    var options = new Options("bench check", arguments);
    int packages = options.number("--packages", 10_000);
    int entries = options.number("--entries", 1_000_000);
    options.end();
    Path data = Workplace.make().resolve("data");
    System.out.println("making up " + packages + " packages and " + entries + " entries");
    try (RecordingServer _ = RecordingServer.start(data);
        Connection database = ServerDatabase.connect(data)) {
      new SyntheticYear(data, database).fill(packages, entries);
    }
    double hashed =
        Programs.sha256sum(
            List.of(
                data.resolve("evidence").resolve("packages"),
                data.resolve("log").resolve("tile").resolve("entries")));
    Checked checked = check(data);
    double heads = heads(data);
    var time = Result.absolute("check-of-a-year-s", checked.seconds(), hashed, GOAL_SECONDS, true);
    var memory =
        Result.absolute(
            "check-peak-resident-MiB", checked.peak(), Double.NaN, MEMORY_GOAL_MEBIBYTES, true);
    var start = Result.absolute("start-heads-s", heads, Double.NaN, START_GOAL_SECONDS, true);
    System.out.println(time);
    System.out.println(memory);
    System.out.println(start);
    System.exit(time.met() && memory.met() && start.met() ? 0 : 1);
  }

  /// @param peak of the Java process, in MiB
  private record Checked(double seconds, double peak) {}

  private static Checked check(Path data) throws IOException, InterruptedException {
    Path said = data.resolveSibling("check");
    long begun = System.nanoTime();
    Process process =
        ServerProcess.checking(RecordingServer.app(), data, List.of("-Xmx" + HEAP_MEBIBYTES + "m"))
            .redirectOutput(said.toFile())
            .start();
    var tree = new ProcessTree(List.of(process.pid()));
    double peak = 0;
    double processor = 0;
    while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, peak(process.pid()));
      processor = Math.max(processor, tree.cpuSeconds());
      if (System.nanoTime() - begun > TIMEOUT.toNanos()) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "the check is not over after " + TIMEOUT.toMinutes() + " minutes");
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.print(Files.readString(said));
    System.out.printf(
        Locale.ROOT, "check took %.1f s of processors, its database's included%n", processor);
    if (process.exitValue() != 0) {
      throw new IllegalStateException("the made-up year is not sound");
    }
    return new Checked(seconds, peak);
  }

  /// The most memory that a process has had so far, in MiB.
  private static double peak(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    return Files.exists(status)
        ? Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
            .sum()
        : 0;
  }

  /// How long the check of a server's start takes.
  private static double heads(Path data) throws IOException, InterruptedException {
    int before = ServerProcess.said(data).length();
    try (RecordingServer _ = RecordingServer.restart(data)) {
      long deadline = System.nanoTime() + TIMEOUT.toNanos();
      while (System.nanoTime() < deadline) {
        Matcher told = HEADS.matcher(ServerProcess.said(data));
        if (told.find(before)) {
          System.out.println("at the start: " + told.group());
          return Long.parseLong(told.group(2)) / 1e3;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
      throw new IllegalStateException("the start's check is not over");
    }
  }
}
