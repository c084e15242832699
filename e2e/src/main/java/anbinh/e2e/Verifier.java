package anbinh.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;

/// The judges of a package, each run as a program of its own: our verifier's jar and coreutils'
/// `sha512sum`.
final class Verifier {
  private final Path jar;
  private final Path key;
  private String output = "";
  private int exitCode;

  Verifier(Path jar, Path key) {
    this.jar = jar;
    this.key = key;
  }

  /// Whether our verifier finds the package (a zip or an unpacked folder) intact.
  boolean accepts(Path packageOrFolder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "verify",
                "--lang",
                "en",
                "--key",
                key.toString(),
                packageOrFolder.toString())
            .redirectErrorStream(true)
            .start();
    output = new String(process.getInputStream().readAllBytes(), UTF_8);
    exitCode = process.waitFor();
    return exitCode == 0;
  }

  /// What our verifier said last, as the number of its verdict.
  int exitCode() {
    return exitCode;
  }

  /// What our verifier said last.
  String output() {
    return output;
  }

  static boolean sha512sumAccepts(Path unpacked) throws IOException, InterruptedException {
    Path bag;
    try (var files = Files.walk(unpacked)) {
      bag =
          files
              .filter(file -> file.endsWith("bagit.txt"))
              .map(Path::getParent)
              .findFirst()
              .orElseThrow(() -> new Steps.FailedException("the package holds no bag"));
    }
    Process process =
        new ProcessBuilder(
                List.of(
                    "sha512sum", "--quiet", "-c", "manifest-sha512.txt", "tagmanifest-sha512.txt"))
            .directory(bag.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }

  /// Unpacks a package that our verifier has accepted.
  static Path unpack(Path zip, Path target) throws IOException {
    try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("an entry leaves the package: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(entries, file);
        }
      }
    }
    return target;
  }
}
