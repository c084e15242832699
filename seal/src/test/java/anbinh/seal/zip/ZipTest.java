package anbinh.seal.zip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.ExternalProgram;
import anbinh.seal.FormatProblem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTest {
  @TempDir Path folder;

  private static final class Collected implements ZipStream.Content {
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private ByteArrayOutputStream current = new ByteArrayOutputStream();
    private String name = "";

    @Override
    public void begin(String entry) {
      name = entry;
      current = new ByteArrayOutputStream();
    }

    @Override
    public void data(byte[] bytes, int offset, int length) {
      current.write(bytes, offset, length);
    }

    @Override
    public void end() {
      files.put(name, current.toByteArray());
    }
  }

  @Test
  void bothReadersSeeWhatTheWriterWrote() throws IOException {
    long seed = 1980;
    Random random = new Random(seed);
    Map<String, byte[]> written = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      byte[] content = new byte[i % 9 == 0 ? 0 : random.nextInt(200_000)];
      random.nextBytes(content);
      written.put("thư mục/" + i, content);
    }
    Path zip = write(written);
    Collected collected = new Collected();
    List<ZipEntryInfo> streaming;
    try (InputStream in = Files.newInputStream(zip)) {
      streaming = ZipStream.read(in, collected);
    }
    assertThat(ZipDirectory.read(zip)).isEqualTo(streaming).hasSize(60);
    assertThat(collected.files.keySet()).containsExactlyElementsOf(written.keySet());
    written.forEach((name, content) -> assertThat(collected.files.get(name)).isEqualTo(content));
  }

  @Test
  void dependsOnNamesAndContentAlone() throws IOException {
    Map<String, byte[]> content = Map.of("a", "one".getBytes(StandardCharsets.UTF_8));
    byte[] first = Files.readAllBytes(write(content));
    assertThat(Files.readAllBytes(write(content))).isEqualTo(first);
    assertThat(first).hasSize(30 + 1 + 3 + 46 + 1 + 22);
  }

  @Test
  void countsMoreEntriesThanSixteenBitsHold() throws IOException {
    Path zip = folder.resolve("many.zip");
    int count = 65_536;
    try (ZipWriter writer = ZipWriter.open(zip)) {
      for (int i = 0; i < count; i++) {
        writer.add("f" + i, 0, InputStream.nullInputStream());
      }
      writer.finish();
    }
    List<ZipEntryInfo> seeking = ZipDirectory.read(zip);
    assertThat(seeking).hasSize(count);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(zip))) {
      assertThat(ZipStream.read(in, new Collected())).isEqualTo(seeking);
    }
    ExternalProgram.require("python3", "python3");
    ExternalProgram.Answer answer =
        ExternalProgram.run(
            folder,
            "python3",
            "-c",
            "import zipfile; print(len(zipfile.ZipFile('many.zip').infolist()))");
    assertThat(answer.output().strip()).isEqualTo(Integer.toString(count));
  }

  @Test
  void readsFromStreamsThatGiveOneByteAtATime() throws IOException {
    Path zip = write(Map.of("a", new byte[5000]));
    byte[] bytes = Files.readAllBytes(zip);
    InputStream slow =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(1, length));
          }
        };
    assertThat(ZipStream.read(slow, new Collected())).isEqualTo(ZipDirectory.read(zip));
  }

  @Test
  void refusesEveryPrefixOfAnArchive() throws IOException {
    byte[] bytes = Files.readAllBytes(write(Map.of("a", new byte[20], "b", new byte[3])));
    for (int length = 0; length < bytes.length; length++) {
      byte[] prefix = java.util.Arrays.copyOf(bytes, length);
      Path file = Files.write(folder.resolve("prefix.zip"), prefix);
      assertThatThrownBy(() -> ZipDirectory.read(file)).isInstanceOf(FormatProblem.class);
      assertThatThrownBy(() -> ZipStream.read(new ByteArrayInputStream(prefix), new Collected()))
          .isInstanceOf(FormatProblem.class);
    }
  }

  @Test
  void refusesTheSameNameTwiceAndContentOfAnotherLength() throws IOException {
    try (ZipWriter writer = ZipWriter.open(folder.resolve("x.zip"))) {
      writer.add("a", 0, InputStream.nullInputStream());
      assertThatThrownBy(() -> writer.add("a", 0, InputStream.nullInputStream()))
          .isInstanceOf(FormatProblem.class);
      assertThatThrownBy(() -> writer.add("b", 1, InputStream.nullInputStream()))
          .isInstanceOf(FormatProblem.class);
    }
    assertThat(folder.resolve("x.zip")).doesNotExist();
    assertThat(folder.resolve("x.zip.part")).doesNotExist();
  }

  @Test
  void saysTheDigestOfTheWholeArchiveHoweverOftenItSettled() throws Exception {
    byte[] large = new byte[3_000_000];
    new Random(8).nextBytes(large);
    for (int settled = 0; settled <= 2; settled++) {
      Path zip = folder.resolve("settled-" + settled + ".zip");
      try (ZipWriter writer = ZipWriter.open(zip)) {
        for (int i = 0; i < 2; i++) {
          writer.add("f" + i, large.length, new ByteArrayInputStream(large));
          if (i < settled) {
            writer.settle();
          }
        }
        String sha256 = writer.finish();
        byte[] bytes = Files.readAllBytes(zip);
        assertThat(writer.bytes()).isEqualTo(bytes.length);
        assertThat(sha256)
            .isEqualTo(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      }
    }
    assertThat(folder.resolve("settled-2.zip"))
        .hasSameBinaryContentAs(folder.resolve("settled-0.zip"));
  }

  @Test
  void leavesNothingBehindWhenItIsGivenUpWhileItSettles() throws IOException {
    byte[] large = new byte[1_000_000];
    for (int i = 0; i < 50; i++) {
      try (ZipWriter writer = ZipWriter.open(folder.resolve("x.zip"))) {
        writer.add("a", large.length, new ByteArrayInputStream(large));
        writer.settle();
      }
    }
    assertThat(folder).isEmptyDirectory();
  }

  private Path write(Map<String, byte[]> files) throws IOException {
    Path zip = folder.resolve("x.zip");
    try (ZipWriter writer = ZipWriter.open(zip)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        writer.add(
            file.getKey(), file.getValue().length, new ByteArrayInputStream(file.getValue()));
      }
      writer.finish();
    }
    return zip;
  }
}
