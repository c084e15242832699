package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.ExternalProgram;
import anbinh.seal.FormatProblem;
import anbinh.seal.log.Leaf;
import anbinh.seal.log.TlogProof;
import anbinh.seal.note.Checkpoint;
import anbinh.seal.note.Note;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.pack.EventProof;
import anbinh.seal.pack.PackageFixture;
import anbinh.seal.tree.Hash;
import anbinh.seal.zip.ZipDirectory;
import anbinh.seal.zip.ZipEntryInfo;
import anbinh.seal.zip.ZipStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Packages that somebody tampered with, each with the answer it must get and the reason for it.
abstract class HostileSet {
  static final String ROOT = PackageFixture.EXTRACTION + "/";

  @TempDir static Path folder;
  static PackageFixture fixture;
  static Path good;

  private record Case(
      Class<? extends Verdict> verdict, Reason reason, String where, Consumer<RawZip> change) {}

  private static final Path SECOND = Path.of("../docs/guide/verify_package.py").toAbsolutePath();

  /// Asks the second verifier about many packages in one process; prints a verdict a line.
  private static final String MANY =
      """
      import contextlib, io, runpy, sys
      main = runpy.run_path(sys.argv[1])["main"]
      for package in sys.argv[3:]:
          said = io.StringIO()
          with contextlib.redirect_stdout(said):
              main(["--key", sys.argv[2], package])
          print(said.getvalue().splitlines()[-1])
      """;

  private final Map<String, Case> cases = new LinkedHashMap<>();
  private final Map<String, Path> written = new LinkedHashMap<>();

  /// Names the cases.
  abstract void add();

  @BeforeAll
  static void makeTheGoodOne() {
    fixture = new PackageFixture(folder);
    good = fixture.zip(folder.resolve("good.zip"));
  }

  @AfterAll
  static void closeLog() {
    fixture.close();
  }

  @TestFactory
  Stream<DynamicTest> getsTheRightAnswer() {
    add();
    Stream<DynamicTest> ours =
        cases.entrySet().stream()
            .map(entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(), () -> judge(entry.getKey(), entry.getValue())));
    return isForTheSecondVerifier()
        ? Stream.concat(
            ours, Stream.of(DynamicTest.dynamicTest("all of them", this::askTheSecondVerifier)))
        : ours;
  }

  /// A verifier that was written from the description of the format alone refuses all of them too.
  private void askTheSecondVerifier() {
    ExternalProgram.require("python3", "python3");
    ExternalProgram.require("openssl", "openssl");
    List<String> command = new ArrayList<>();
    command.addAll(List.of("python3", "-I", "-c", MANY, SECOND.toString()));
    command.add(fixture.key.verifierKey().write());
    command.add(good.toString());
    written.values().forEach(file -> command.add(file.toString()));
    ExternalProgram.Answer answer = ExternalProgram.run(folder, command.toArray(String[]::new));
    List<String> verdicts = answer.output().lines().toList();
    assertThat(verdicts).as(answer.output()).hasSize(cases.size() + 1);
    assertThat(verdicts.getFirst()).isEqualTo("intact");
    int at = 1;
    for (String hostile : written.keySet()) {
      String verdict = verdicts.get(at++);
      assertThat(verdict).as(hostile).isNotEqualTo("intact");
      if (mustAgree()) {
        Class<?> ours = Objects.requireNonNull(cases.get(hostile)).verdict();
        assertThat(verdict).as(hostile).isEqualTo(ours.getSimpleName().toLowerCase(Locale.ROOT));
      }
    }
  }

  /// Whether the cases are about the package and not about what a zip or a name may be.
  boolean isForTheSecondVerifier() {
    return false;
  }

  /// Whether the second verifier must give the same verdicts and not only refuse.
  boolean mustAgree() {
    return false;
  }

  private void judge(String name, Case hostile) throws IOException {
    RawZip zip = RawZip.of(good);
    hostile.change().accept(zip);
    Path file = zip.writeTo(folder.resolve("hostile-" + written.size() + ".zip"));
    written.put(name, file);
    Verdict verdict = verify(file);
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(hostile.verdict());
    assertThat(verdict.findings())
        .as("%s", verdict.findings())
        .anyMatch(f ->
            f.reason() == hostile.reason() && (f.file() + f.detail()).contains(hostile.where()));
    assertThat(readersAgree(file) || hostile.reason() == Reason.NOT_A_PACKAGE)
        .as("what a program sees in it does not depend on the end from which it reads")
        .isTrue();
  }

  /// Whether our reader from the beginning, our reader from the end, and the JDK's, which reads
  /// from the end too, find the same files with the same content, in the same order.
  private static boolean readersAgree(Path file) throws IOException {
    Content streamed = new Content();
    try (InputStream in = Files.newInputStream(file)) {
      List<ZipEntryInfo> streaming = ZipStream.read(in, streamed);
      if (!ZipDirectory.read(file).equals(streaming)) {
        return false;
      }
    } catch (FormatProblem refused) {
      return false;
    }
    List<String> sought = new ArrayList<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        sought.add(entry.getName() + " " + digest(256, zip.getInputStream(entry).readAllBytes()));
      }
    } catch (ZipException refused) {
      return false;
    }
    return sought.equals(streamed.files);
  }

  /// Names and digests of what is streamed.
  private static final class Content implements ZipStream.Content {
    private final List<String> files = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private String name = "";

    @Override
    public void begin(String file) {
      name = file;
      content.reset();
    }

    @Override
    public void data(byte[] bytes, int offset, int length) {
      content.write(bytes, offset, length);
    }

    @Override
    public void end() {
      files.add(name + " " + digest(256, content.toByteArray()));
    }
  }

  static Verdict verify(Path path) throws IOException {
    return new Verifier(List.of(fixture.key.verifierKey())).verify(path);
  }

  void altered(String name, Reason reason, String where, Consumer<RawZip> change) {
    cases.put(name, new Case(Verdict.Altered.class, reason, where, change));
  }

  void malformed(String name, Reason reason, String where, Consumer<RawZip> change) {
    cases.put(name, new Case(Verdict.Malformed.class, reason, where, change));
  }

  void notAPackage(String name, String where, Consumer<RawZip> change) {
    malformed(name, Reason.NOT_A_PACKAGE, where.contains("|") ? "" : where, change);
  }

  void incomplete(String name, String where, Consumer<RawZip> change) {
    cases.put(name, new Case(Verdict.Incomplete.class, Reason.FILE_MISSING, where, change));
  }

  void unknown(String name, Consumer<RawZip> change) {
    cases.put(name, new Case(Verdict.UnknownKey.class, Reason.KEY_NOT_TRUSTED, "", change));
  }

  static void remove(RawZip zip, String suffix) {
    RawZip.Entry entry = zip.get(suffix);
    zip.entries.remove(entry);
  }

  static void flip(RawZip zip, String suffix, int at) {
    byte[] bytes = zip.get(suffix).content.clone();
    bytes[at] ^= 1;
    zip.get(suffix).replace(bytes);
  }

  static void edit(RawZip zip, String suffix, java.util.function.UnaryOperator<String> edit) {
    RawZip.Entry entry = zip.get(suffix);
    String before = text(entry);
    String after = edit.apply(before);
    assertThat(after).isNotEqualTo(before);
    entry.replace(utf8(after));
  }

  /// Edits the checkpoint wherever it stands in the seal of the package.
  static void everyProof(RawZip zip, java.util.function.UnaryOperator<String> edit) {
    for (String name : List.of("/checkpoint", "seal.leaf.tlog-proof", "seal.leaf.spicy")) {
      edit(zip, name, edit);
    }
  }

  static RawZip.Entry segment(RawZip zip) {
    return zip.entries.stream()
        .filter(e -> e.name().matches(".*segments/[0-9]+\\.json"))
        .findFirst()
        .orElseThrow();
  }

  /// Makes the manifests of the bag anew, and the tag manifests too when `tags` is set.
  static void remake(RawZip zip, boolean tags) {
    for (String name : tags ? List.of("/manifest", "/tagmanifest") : List.of("/manifest")) {
      for (int bits : List.of(256, 512)) {
        RawZip.Entry manifest = zip.get(name + "-sha" + bits + ".txt");
        StringBuilder anew = new StringBuilder();
        text(manifest)
            .lines()
            .map(line -> line.substring(bits / 4 + 2))
            .forEach(path ->
                anew.append(digest(bits, zip.get("/bag/" + path).content))
                    .append("  ")
                    .append(path)
                    .append('\n'));
        manifest.replace(utf8(anew.toString()));
      }
    }
  }

  /// Puts the seal alone into a tree of one entry, under the signature of the real checkpoint.
  static void forgeRoot(RawZip zip) {
    byte[] leaf = Leaf.of(zip.get("seal.json").content).canonical();
    Checkpoint head =
        new Checkpoint(fixture.key.verifierKey().name(), 1, Hash.sha256(new byte[] {0}, leaf));
    SignedCheckpoint signed =
        new SignedCheckpoint(
            head, new Note(head.text(), fixture.log.checkpoint().note().signatures()));
    TlogProof proof = new TlogProof(0, List.of(), signed);
    zip.get("seal.leaf").replace(leaf);
    zip.get("seal.leaf.tlog-proof").replace(utf8(proof.write()));
    zip.get("seal.leaf.spicy").replace(utf8(proof.writeSpicy()));
    zip.get("/checkpoint").replace(utf8(signed.write()));
  }

  /// Puts other files in the place of an event's record and proof.
  static void replaceEvent(RawZip zip, String name, EventProof event) {
    zip.get(name).replace(event.record().canonical());
    zip.get(name + ".tlog-proof").replace(utf8(event.proof().write()));
  }

  static String otherCheckpoint() {
    Checkpoint head = new Checkpoint(fixture.key.verifierKey().name(), 5, fixture.log.root(5));
    return SignedCheckpoint.sign(head, fixture.key).write();
  }

  static String flipSignature(String text) {
    int at = text.length() - 20;
    char c = text.charAt(at);
    return text.substring(0, at) + (c == 'A' ? 'B' : 'A') + text.substring(at + 1);
  }

  static String flipDigit(String text) {
    return (text.charAt(0) == '0' ? '1' : '0') + text.substring(1);
  }

  static String text(RawZip.Entry entry) {
    return text(entry.content);
  }

  static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  static String digest(int bits, byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-" + bits).digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
