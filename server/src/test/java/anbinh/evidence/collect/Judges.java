package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

/// Programs that others wrote, as judges of a package: coreutils, Debian's spicy-litetlog, OpenSSL
/// and ffprobe. A test that needs one which is not installed is skipped.
public final class Judges {
  private static final int SIGNATURE_BYTES = 64;
  private static final int ED25519 = 1;

  private Judges() {}

  static Path unpack(Path zip) throws IOException {
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

  static boolean spicyAccepts(Path seal) throws Exception {
    need("spicy-litetlog");
    String key = Files.readString(seal.resolve("vkey")).strip();
    Path sealed = Files.createTempDirectory("anbinh-test-spicy");
    Files.copy(seal.resolve("seal.json"), sealed.resolve("seal.json"));
    Files.copy(seal.resolve("seal.json.spicy"), sealed.resolve("seal.json.spicy"));
    return run(sealed, "spicy-litetlog", "-verify", key, "seal.json") == 0;
  }

  /// Checks the checkpoint's signature with the raw Ed25519 key of the vkey.
  static boolean opensslAccepts(Path seal) throws Exception {
    need("openssl");
    String[] vkey = Files.readString(seal.resolve("vkey")).strip().split("\\+", 3);
    byte[] key = Base64.getDecoder().decode(vkey[2]);
    assertThat(key[0]).isEqualTo((byte) ED25519);
    byte[] raw = Arrays.copyOfRange(key, 1, key.length);
    byte[] der = concatenated(HexFormat.of().parseHex("302a300506032b6570032100"), raw);
    String note = Files.readString(seal.resolve("checkpoint"));
    int blank = note.indexOf("\n\n");
    String signature = note.substring(note.indexOf("— ")).lines().findFirst().orElseThrow();
    byte[] signed = Base64.getDecoder().decode(signature.substring(signature.lastIndexOf(' ') + 1));
    Path folder = Files.createTempDirectory("anbinh-test-openssl");
    Files.write(folder.resolve("key.der"), der);
    Files.writeString(folder.resolve("text"), note.substring(0, blank + 1));
    Files.write(
        folder.resolve("signature"),
        Arrays.copyOfRange(signed, signed.length - SIGNATURE_BYTES, signed.length));
    return run(
            folder,
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            "key.der",
            "-keyform",
            "DER",
            "-rawin",
            "-in",
            "text",
            "-sigfile",
            "signature")
        == 0;
  }

  /// How many packets ffprobe finds in a clip.
  static int packets(Path clip) throws Exception {
    need("ffprobe");
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
    need("pdftotext");
    String page = output("pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), "-");
    String drawn = output("pdftotext", "-raw", "-enc", "UTF-8", pdf.toString(), "-");
    // Arabic is extracted in its shaped forms.
    String text = Normalizer.normalize(page + drawn, Normalizer.Form.NFKC);
    return text.replaceAll("\\s+", " ") + text.replaceAll("\\s+", "");
  }

  /// How many pictures poppler finds in a PDF.
  static int pdfImages(Path pdf) throws Exception {
    need("pdfimages");
    return (int) output("pdfimages", "-list", pdf.toString()).lines().skip(2).count();
  }

  /// What zbarimg reads from the pages of a PDF.
  public static String pdfQrCode(Path pdf) throws Exception {
    need("pdftoppm");
    need("zbarimg");
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
  static String guide(Path root) throws Exception {
    for (String program : List.of("spicy-litetlog", "openssl", "pdfsig")) {
      need(program);
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

  private static void need(String program) {
    boolean installed =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    assumeTrue(installed, program + " is not installed");
  }

  private static byte[] concatenated(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
