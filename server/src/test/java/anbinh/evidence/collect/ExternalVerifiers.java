package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.verify.Verifier;
import anbinh.testing.Tools;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.slf4j.Logger;

/// Programs that others wrote, as judges of a package. A test that needs one which is not installed
/// is skipped.
public final class ExternalVerifiers {
  private static final Path SCRIPT =
      Path.of("..", "docs", "guide", "judge-package.sh").toAbsolutePath().normalize();

  private static final Path SECOND = SCRIPT.resolveSibling("verify_package.py");

  /// Who refuses all of [FakeFootage], whose pictures are none.
  public static final Set<String> OF_PICTURES = Set.of("ffprobe", "ffmpeg");

  private ExternalVerifiers() {}

  public static Path unpack(Path zip) throws IOException {
    Path target = Files.createTempDirectory("anbinh-test-package");
    try (var entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path file = target.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(entries, file);
      }
    }
    return target;
  }

  static Path first(Path folder, String suffix) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(suffix)).findFirst().orElseThrow();
    }
  }

  static int run(Path folder, String... command) throws Exception {
    return start(folder, command).waitFor();
  }

  /// What `docs/guide/judge-package.sh` says, which asks all of them. Where `./anbinh test` has
  /// installed them, none may be missing.
  public static Ruling script(Path zip, String key, String... options) throws Exception {
    Tools.need("bash");
    List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
    if (Tools.INSTALLED) {
      command.add("--all");
    }
    command.addAll(List.of(options));
    command.addAll(List.of(zip.toString(), key));
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    script.environment().put("JAVA_HOME", System.getProperty("java.home"));
    script
        .environment()
        .put("BAGIT_JARS", archive(BagVerifier.class) + ":" + archive(Logger.class));
    Path verifier = archive(Verifier.class);
    if (Files.isRegularFile(verifier)) {
      script.environment().put("ANBINH_VERIFIER", verifier.toString());
    }
    Process process = script.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ruling(process.waitFor(), text);
  }

  /// What the second verifier says, which was written from the description of the format alone.
  public static String second(Path zip, String key) throws Exception {
    Tools.need("python3");
    Tools.need("openssl");
    Process process =
        new ProcessBuilder("python3", "-I", SECOND.toString(), "--key", key, zip.toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static Path archive(Class<?> one) throws URISyntaxException {
    return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /// @param exitCode 0 when nobody refuses
  public record Ruling(int exitCode, String text) {
    /// The names of those who refuse.
    public Set<String> refused() {
      return text.lines()
          .filter(line -> line.startsWith("refused"))
          .map(line -> line.split(" +", 3)[1])
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /// How many packets ffprobe finds in a clip.
  static int packets(Path clip) throws Exception {
    Tools.need("ffprobe");
    Process process =
        new ProcessBuilder(
                "ffprobe",
                "-v",
                "quiet",
                "-count_packets",
                "-show_entries",
                "stream=nb_read_packets",
                "-of",
                "csv=p=0",
                clip.toString())
            .start();
    String answer =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).isZero();
    return Integer.parseInt(answer);
  }

  /// The text that pdftotext finds: as it stands on the page, for words in the order of reading,
  /// and as it is drawn, for hashes that are broken over several lines of a column.
  public static String pdfText(Path pdf) throws Exception {
    Tools.need("pdftotext");
    String page = output("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-");
    String drawn = output("pdftotext", "-raw", "-enc", "UTF-8", pdf.toString(), "-");
    // Arabic is extracted in its shaped forms.
    String text = Normalizer.normalize(page + drawn, Normalizer.Form.NFKC);
    return text.replaceAll("\\s+", " ") + text.replaceAll("\\s+", "");
  }

  /// How many pictures poppler finds in a PDF.
  static int pdfImages(Path pdf) throws Exception {
    Tools.need("pdfimages");
    return (int) output("pdfimages", "-list", pdf.toString()).lines().skip(2).count();
  }

  /// What zbarimg reads from the pages of a PDF.
  public static String pdfQrCode(Path pdf) throws Exception {
    Tools.need("pdftoppm");
    Tools.need("zbarimg");
    Path folder = Files.createTempDirectory("anbinh-test-pages");
    assertThat(run(folder, "pdftoppm", "-r", "150", "-gray", pdf.toString(), "page")).isZero();
    List<Path> pages;
    try (Stream<Path> files = Files.list(folder)) {
      pages = files.sorted().toList();
    }
    // The label is on the last page.
    return output("zbarimg", "--quiet", "--raw", pages.getLast().toString()).strip();
  }

  /// What the commands in a package's own VERIFY.md say, run in its folder.
  public static String guide(Path root) throws Exception {
    for (String program : List.of("spicy-litetlog", "openssl", "pdfsig")) {
      Tools.need(program);
    }
    String guide = Files.readString(root.resolve("seal/VERIFY.md"));
    int from = guide.indexOf("```sh\n") + 6;
    Process process =
        new ProcessBuilder("sh", "-ec", guide.substring(from, guide.indexOf("```", from)))
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(answer).isZero();
    return answer;
  }

  /// What the commands of the description of the format say, run in a package's folder.
  static String page(Path root) throws Exception {
    Tools.need("bash");
    Tools.need("openssl");
    String commands =
        Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(PackageSchemas.PAGE))
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining())
            .replace("/tmp/", root + "-");
    Process process =
        new ProcessBuilder("bash", "-euc", commands)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String output(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return answer;
  }

  private static Process start(Path folder, String... command) throws IOException {
    return new ProcessBuilder(List.of(command))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
