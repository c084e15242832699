package anbinh.vision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {
  private static final String WHOLE =
      """
      name = Reader
      version = 3
      licence = Apache-2.0
      source = https://example.org
      kind = slots
      sha256 = %s
      height = 64
      alphabet.file = keys.txt
      """;

  @TempDir Path folder;

  private Manifest manifest(String text) throws IOException, ModelException {
    Files.writeString(folder.resolve("reader.properties"), text);
    return Manifest.of(ModelFiles.in(folder), "reader");
  }

  @Test
  void saysWhatANetIs() throws Exception {
    Manifest manifest = manifest(WHOLE.formatted("00"));
    assertThat(manifest.version()).isEqualTo(new ModelVersion("Reader", "3"));
    assertThat(manifest.number("height")).isEqualTo(64);
    assertThat(manifest.text("layout", "nchw")).isEqualTo("nchw");
    Files.writeString(folder.resolve("keys.txt"), "A\nĐ\n\nlong\nB\n");
    assertThat(manifest.alphabet()).isEqualTo("AĐ  B");
  }

  @Test
  void saysWhatItLacks() throws Exception {
    assertThatThrownBy(() -> Manifest.of(ModelFiles.in(folder), "reader"))
        .isInstanceOf(ModelException.class)
        .hasMessage("there is no file reader.properties");
    assertThatThrownBy(() -> manifest("name = Reader\nversion = 3\nsource = me\n"))
        .hasMessage("reader.properties lacks licence");
    assertThatThrownBy(() -> manifest("name = \\u00zz"))
        .hasMessageStartingWith("reader.properties is no file of properties: ");
    Manifest manifest = manifest(WHOLE.formatted("00"));
    assertThatThrownBy(() -> manifest.number("width")).hasMessage("reader.properties lacks width");
    assertThatThrownBy(() -> manifest.number("kind"))
        .hasMessage("reader.properties: kind must be a number, not slots");
    assertThatThrownBy(manifest::alphabet).hasMessage("there is no file keys.txt");
  }

  @Test
  void loadsOnlyTheNetThatItDescribes() throws Exception {
    Manifest manifest = manifest(WHOLE.formatted("00"));
    assertThatThrownBy(() -> manifest.load(1)).hasMessage("there is no file reader.onnx");
    byte[] net = "no net".getBytes(StandardCharsets.US_ASCII);
    Files.write(folder.resolve("reader.onnx"), net);
    assertThatThrownBy(() -> manifest.load(1))
        .hasMessageStartingWith("reader.properties describes another net: its sha256 is 00, that");
    String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(net));
    Manifest fitting = manifest(WHOLE.formatted(digest));
    assertThatThrownBy(() -> fitting.load(1))
        .hasMessageStartingWith("reader.onnx is no net in the ONNX format: ");
  }
}
