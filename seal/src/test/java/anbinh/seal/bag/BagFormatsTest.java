package anbinh.seal.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BagFormatsTest {
  private static final String A = "a".repeat(64);

  @Test
  void writesManifestsSortedAndReadsThemBack() {
    Manifest manifest = new Manifest(Map.of("data/b", A, "data/Ảnh 1.png", A, "data/a/c", A));
    assertThat(manifest.write())
        .isEqualTo(A + "  data/a/c\n" + A + "  data/b\n" + A + "  data/Ảnh 1.png\n");
    assertThat(Manifest.parse(utf8(manifest.write()), 64)).isEqualTo(manifest);
    assertThat(Manifest.parse(new byte[0], 64).digests()).isEmpty();
  }

  @Test
  void refusesManifestsThatItWouldNotHaveWritten() {
    for (String bad :
        List.of(
            "\n",
            A + "  data/a",
            A + " data/a\n",
            A + " *data/a\n",
            A + "\tdata/a\n",
            A.toUpperCase(java.util.Locale.ROOT) + "  data/a\n",
            A + "a  data/a\n",
            A + "  \n",
            A + "  /data/a\n",
            A + "  data/../a\n",
            A + "  data/%0a\n",
            A + "  data/a\r\n",
            A + "  data/b\n" + A + "  data/a\n",
            A + "  data/a\n" + A + "  data/a\n",
            A + "  data/a\n\n",
            "\\" + A + "  data/a\n")) {
      assertThatThrownBy(() -> Manifest.parse(utf8(bad), 64))
          .as(bad)
          .isInstanceOf(FormatProblem.class);
    }
    assertThatThrownBy(() -> Manifest.parse(new byte[] {(byte) 0xff}, 64))
        .hasMessageContaining("UTF-8");
  }

  @Test
  void writesBagInfoAndReadsItBack() {
    BagInfo info = new BagInfo(Map.of("Source-Organization", "Công an xã"), 1234, 5);
    assertThat(info.write()).isEqualTo("Source-Organization: Công an xã\nPayload-Oxum: 1234.5\n");
    assertThat(BagInfo.parse(utf8(info.write()))).isEqualTo(info);
    BagInfo bare = new BagInfo(Map.of(), 0, 1);
    assertThat(BagInfo.parse(utf8(bare.write()))).isEqualTo(bare);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A: b\n",
        "Payload-Oxum: 1.1",
        "Payload-Oxum: 1\n",
        "Payload-Oxum: 01.1\n",
        "Payload-Oxum: -1.1\n",
        "Payload-Oxum: 1.1\nA: b\n",
        "A: b\nA: c\nPayload-Oxum: 1.1\n",
        "A:b\nPayload-Oxum: 1.1\n",
        "A: b\n  folded\nPayload-Oxum: 1.1\n",
        "A: \nPayload-Oxum: 1.1\n",
        "A:  b\nPayload-Oxum: 1.1\n",
        "\u00c9: b\nPayload-Oxum: 1.1\n",
        "A: b\r\nPayload-Oxum: 1.1\r\n",
        "\nPayload-Oxum: 1.1\n"
      })
  void refusesTheBagInfo(String text) {
    assertThatThrownBy(() -> BagInfo.parse(utf8(text))).isInstanceOf(FormatProblem.class);
  }

  @Test
  void acceptsNamesOfEveryLanguageAndRefusesWhatSystemsReadDifferently() {
    for (String good :
        List.of(
            "a",
            "clips/CAM-0412.mp4",
            "Ảnh ngã tư 1.png",
            "تقرير.txt",
            "نامه‌ها.txt",
            "日本/1 (2).mp4",
            "a.b.c",
            "~x",
            "-x")) {
      assertThat(BagPath.require(good)).isEqualTo(good);
    }
    for (String bad :
        List.of(
            "",
            "/",
            "/a",
            "a/",
            "a//b",
            ".",
            "..",
            "a/../b",
            "./a",
            "a\\b",
            "C:a",
            "a\0",
            "a\n",
            "a.",
            "a ",
            " a",
            "nul",
            "COM1.txt",
            "a/Prn",
            "a?",
            "a*",
            "a\"",
            "a<",
            "a|",
            "50%",
            "A\u0309",
            "\u202ea",
            "\ufeffa",
            "a\u2028",
            "\ud800",
            "\ue000",
            "x".repeat(201),
            "x/".repeat(500) + "y")) {
      assertThatThrownBy(() -> BagPath.require(bad)).as(bad).isInstanceOf(FormatProblem.class);
    }
  }

  @Test
  void noticesPathsThatOneSystemOrAnotherTakesForOne() {
    PathSet paths = new PathSet();
    paths.addFile("Data/a/b");
    paths.addFile("Data/a/c");
    paths.addFolder("Data/a");
    for (String clash :
        List.of("Data/a/b", "Data/a/B", "data/x", "Data/a", "Data/a/b/c", "Data/A/x")) {
      assertThatThrownBy(() -> paths.addFile(clash)).as(clash).isInstanceOf(FormatProblem.class);
    }
    assertThatThrownBy(() -> paths.addFolder("Data/a/b")).isInstanceOf(FormatProblem.class);
    assertThat(BagPath.collisionKey("STRASSE")).isEqualTo(BagPath.collisionKey("straße"));
    assertThat(BagPath.collisionKey("\uff21")).isEqualTo(BagPath.collisionKey("a"));
  }

  @Test
  void digestsInOnePassWhateverTheSizeOfThePieces() throws IOException {
    byte[] content = utf8("abc");
    FileDigest digest = FileDigest.of(content);
    assertThat(digest.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(digest.sha512()).startsWith("ddaf35a193617abacc417349ae204131").hasSize(128);
    FileDigest.Builder builder = new FileDigest.Builder();
    try (InputStream tap = builder.tap(new ByteArrayInputStream(content))) {
      assertThat(tap.read()).isEqualTo('a');
      assertThat(tap.readAllBytes()).isEqualTo(utf8("bc"));
      assertThat(tap.read()).isEqualTo(-1);
    }
    assertThat(builder.build()).isEqualTo(digest);
  }

  @Test
  void digestsLargePiecesFromABufferThatIsUsedAgain() throws Exception {
    byte[] content = new byte[1_000_003];
    new Random(5).nextBytes(content);
    FileDigest.Builder builder = new FileDigest.Builder();
    byte[] buffer = new byte[200_000];
    Thread.currentThread().interrupt();
    try (InputStream tap = builder.tap(new ByteArrayInputStream(content))) {
      while (tap.read(buffer) >= 0) {
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
      }
    }
    FileDigest digest = builder.build();
    assertThat(Thread.interrupted()).isTrue();
    HexFormat hex = HexFormat.of();
    assertThat(digest.bytes()).isEqualTo(content.length);
    assertThat(digest.sha256())
        .isEqualTo(hex.formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    assertThat(digest.sha512())
        .isEqualTo(hex.formatHex(MessageDigest.getInstance("SHA-512").digest(content)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
