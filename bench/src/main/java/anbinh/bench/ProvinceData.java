package anbinh.bench;

import anbinh.e2e.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The data folder of a server with a province in it, made once for a seed and a version of what is
/// made up, and kept under `target/bench`.
final class ProvinceData {
  /// Another one makes all anew: to be changed with what the demonstration makes up.
  private static final int VERSION = 3;

  /// How a server of it runs.
  static final List<String> SETTINGS =
      List.of("--anbinh.demonstration=true", "--anbinh.demo.cameras=false");

  private static final String THERE = "demonstration: the province is there";
  private static final long TIMEOUT_MINUTES = 60;

  private ProvinceData() {}

  /// What is looked at when so many years are there.
  interface Milestone {
    void reached(Path data, int years) throws IOException, InterruptedException, SQLException;
  }

  /// Fills year after year, with a look after the first, the third and the last; where all is there
  /// already only the last one.
  static Path filled(int years, Milestone milestone)
      throws IOException, InterruptedException, SQLException {
    Path folder =
        ProvinceBench.app()
            .resolve("../bench/province-%d-v%d".formatted(ProvinceBench.SEED, VERSION))
            .normalize();
    Path data = folder.resolve("data");
    Path marker = folder.resolve("years");
    int there = Files.exists(marker) ? Integer.parseInt(Files.readString(marker).strip()) : 0;
    if (there > years) {
      throw new IOException(
          folder + " has " + there + " years already; remove it, or measure with --years " + there);
    }
    List<Integer> stops =
        IntStream.of(1, 3, years).filter(each -> each <= years).distinct().boxed().toList();
    for (int stop : stops) {
      if (stop > there) {
        fill(data, stop);
        Files.writeString(marker, Integer.toString(stop));
      }
      if (stop >= there) {
        milestone.reached(data, stop);
      }
    }
    return data;
  }

  private static void fill(Path data, int years) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Path log = data.resolve("server.log");
    long before = Files.exists(log) ? count(log) : 0;
    List<String> settings = new ArrayList<>(SETTINGS);
    settings.add("--anbinh.demo.province.years=" + years);
    settings.add("--anbinh.demo.province.seed=" + ProvinceBench.SEED);
    try (ServerProcess server = ServerProcess.start(ProvinceBench.app(), data, settings)) {
      long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(TIMEOUT_MINUTES);
      while (count(log) == before) {
        if (System.nanoTime() > deadline || ProcessHandle.of(server.pid()).isEmpty()) {
          throw new IOException("the province is not there: " + server.warnings());
        }
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
    System.out.printf(
        "filled up to %d years in %d s%n", years, (System.nanoTime() - began) / 1_000_000_000);
  }

  private static long count(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(THERE)).count();
    }
  }
}
