package anbinh.bench;

import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// `./anbinh bench province [--years 5] [--users 200] [--seconds 60]`: a whole province on this
/// machine: 4,518 units, 15,000 accounts, 13,053 members of teams, 100,000 reports a year.
///
/// It is made up by the server's own demonstration ([ProvinceData]), whose rows are those that the
/// application writes, and served as a demonstration without cameras, since its accounts are good
/// in no other. In this order: the lists of an office are taken in, beside PostgreSQL's own COPY;
/// after each of 1, 3 and all years each page of the year's figures is asked of a server that has
/// just started, beside plain SQL for the same numbers; then pages of lists are asked for, with
/// 136,000 cameras ([ProvincePages]), and people work for a while ([ProvinceLoad]).
public final class ProvinceBench {
  static final long SEED = 2026;

  /// Of the province: its years are asked for by its calendar.
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final double MAX_MILLIS = 300;
  private static final double MAX_FIGURES_SECONDS = 2;
  private static final double MAX_IMPORT_SECONDS = 30;
  private static final int MAX_WARNINGS = 10;

  private ProvinceBench() {}

  public static void main(String[] arguments) throws Exception {
    var options = new Options("bench province", arguments);
    int years = options.number("--years", 5);
    int users = options.number("--users", 200);
    int seconds = options.number("--seconds", 60);
    options.end();
    Path folder = Workplace.make();
    List<Result> results = new ArrayList<>();
    results.add(lists(folder));
    Path filled = ProvinceData.filled(years, (server, year) -> results.addAll(cold(server, year)));
    Path data = folder.resolve("data");
    var _ = Programs.run(List.of("cp", "-a", filled.toString(), data.toString()));
    results.addAll(work(data, users, seconds));
    System.out.println();
    results.forEach(System.out::println);
    System.exit(results.stream().allMatch(Result::met) ? 0 : 1);
  }

  private static Result lists(Path folder) throws IOException, InterruptedException, SQLException {
    try (ServerProcess server = ServerProcess.start(app(), folder.resolve("lists"), List.of())) {
      return new ProvinceLists(server).measure(MAX_IMPORT_SECONDS);
    }
  }

  private static List<Result> cold(Path data, int years)
      throws IOException, InterruptedException, SQLException {
    List<Result> results = new ArrayList<>();
    for (ProvinceFigures each : ProvinceFigures.values()) {
      results.add(cold(each, data, years));
    }
    return results;
  }

  /// The first question after signing in to a server that has just started, with its database; the
  /// kernel still has pages of its files.
  private static Result cold(ProvinceFigures figures, Path data, int years)
      throws IOException, InterruptedException, SQLException {
    try (ServerProcess server = ServerProcess.start(app(), data, ProvinceData.SETTINGS);
        ProvinceUser analyst = new ProvinceUser(server.address());
        Connection database = ServerDatabase.connect(data)) {
      analyst.signIn("tonghop.38");
      long began = System.nanoTime();
      analyst.fetch(figures.path());
      double ours = (System.nanoTime() - began) / 1e9;
      double again = best(() -> analyst.fetch(figures.path()));
      double peer = figures.plain(database);
      System.out.printf(
          Locale.ROOT,
          "after %d years, figures of a year, %s: cold %.3f s, warm %.3f s; plain SQL %.3f s%n",
          years,
          figures,
          ours,
          again,
          peer);
      return Result.absolute(
          "province-figures-%s-s-after-%d-years"
              .formatted(figures.name().toLowerCase(Locale.ROOT), years),
          ours,
          peer,
          MAX_FIGURES_SECONDS,
          true);
    }
  }

  private interface Question {
    void ask() throws IOException, InterruptedException;
  }

  private static double best(Question question) throws IOException, InterruptedException {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long began = System.nanoTime();
      question.ask();
      best = Math.min(best, (System.nanoTime() - began) / 1e9);
    }
    return best;
  }

  private static List<Result> work(Path data, int users, int seconds)
      throws IOException, InterruptedException, SQLException {
    try (ServerProcess server = ServerProcess.start(app(), data, ProvinceData.SETTINGS);
        Connection database = ServerDatabase.connect(data)) {
      List<Result> results = new ArrayList<>(ProvinceSearch.measure(server, database));
      results.addAll(ProvincePages.measure(server, database));
      var load = new ProvinceLoad(server, database, users);
      load.run(seconds / 2, false);
      int known = server.warnings().length();
      var process = new ProcessTree(List.of(server.pid()));
      double before = process.cpuSeconds();
      long began = System.nanoTime();
      Map<String, Timings> timings = new TreeMap<>(load.run(seconds, true));
      double elapsed = (System.nanoTime() - began) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d users, %.0f s: %.1f requests a second; the server and PostgreSQL took %.2f of the"
              + " processors and %.0f MiB%n",
          users,
          elapsed,
          timings.values().stream().mapToInt(Timings::count).sum() / elapsed,
          (process.cpuSeconds() - before) / elapsed,
          process.pssMebibytes());
      System.out.printf(
          Locale.ROOT,
          "%-28s %7s %7s %8s %8s %8s %8s%n",
          "operation",
          "count",
          "errors",
          "p50 ms",
          "p95 ms",
          "p99 ms",
          "max ms");
      var all = new Timings();
      timings.forEach((name, each) -> {
        each.print(name);
        all.add(each);
      });
      all.print("all");
      results.add(
          Result.absolute(
              "province-p95-ms-at-%d-users".formatted(users),
              all.millis(0.95),
              Double.NaN,
              MAX_MILLIS,
              true));
      results.add(
          Result.absolute(
              "province-errors-at-%d-users".formatted(users), all.errors(), Double.NaN, 0, true));
      server
          .warnings()
          .substring(known)
          .lines()
          .filter(line -> !line.startsWith("|"))
          .limit(MAX_WARNINGS)
          .forEach(System.out::println);
      return results;
    }
  }

  static Path app() {
    return RecordingServer.app();
  }
}
