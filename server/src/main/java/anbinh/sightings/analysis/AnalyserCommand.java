package anbinh.sightings.analysis;

import anbinh.vision.command.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The command line of a process that analyses: with this program's classes, and after all else
/// that wants the processor where the system can say so.
public final class AnalyserCommand {
  private static final Path NICE = Path.of("/usr/bin/nice");

  private AnalyserCommand() {}

  /// @param models folder of nets; null for those of the program
  public static List<String> of(@Nullable Path models) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(NICE)) {
      command.addAll(List.of(NICE.toString(), "-n", "19"));
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "analyse"));
    if (models != null) {
      command.addAll(List.of("--models", models.toAbsolutePath().toString()));
    }
    return command;
  }
}
