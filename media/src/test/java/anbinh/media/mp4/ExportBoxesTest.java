package anbinh.media.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportBoxesTest {
  private static final ExportBoxes.Export EXPORT =
      new ExportBoxes.Export(
          "Công an xã",
          Instant.parse("1904-01-02T00:00:00Z"),
          "Cổng chợ",
          "CAM-0001",
          Instant.parse("1601-01-01T00:00:01.5Z"));
  private static final byte[] BEFORE = {0, 0, 0, 12, 'm', 'd', 'a', 't', 1, 2, 3, 4};

  @TempDir Path folder;

  @Test
  void saysWhatWasExportedBehindAFileThatKeepsItsBytes() throws IOException {
    byte[] after = appended(null);
    assertThat(Arrays.copyOf(after, BEFORE.length)).isEqualTo(BEFORE);
    Box meta = meta(after);
    assertThat(meta.type()).isEqualTo("meta");
    ByteBuffer children = meta.body().position(4).slice();
    assertThat(Box.readAll(children)).extracting(Box::type).containsExactly("hdlr", "suep", "cstb");
    Box export = Box.readAll(children.rewind()).get(1);
    String text = StandardCharsets.UTF_8.decode(export.body()).toString();
    assertThat(text).contains("Công an xã\0\0\0").contains("Cổng chợ\0\0\0CAM-0001\0");
    assertThat(
            export.body().getLong(4 + "Công an xã\0\0\0".getBytes(StandardCharsets.UTF_8).length))
        .isEqualTo(86_400);
    ByteBuffer start = Box.readAll(children.rewind()).get(2).body();
    assertThat(start.getInt(0)).isEqualTo(1);
    assertThat(start.getInt(4)).isEqualTo(1);
    assertThat(start.getLong(8)).isEqualTo(15_000_000);
  }

  @Test
  void hasTheFileSignedWithZerosInTheSignaturesPlace() throws IOException {
    var signer = new FakeSigner(300);
    byte[] after = appended(signer);
    int at = new String(after, StandardCharsets.ISO_8859_1).indexOf("sibo") + 4;
    assertThat(Arrays.copyOfRange(after, at, at + 300)).containsOnly(7);
    Arrays.fill(after, at, at + 300, (byte) 0);
    assertThat(signer.seen).isEqualTo(Bytes.copyOf(after));
    String text = new String(after, StandardCharsets.ISO_8859_1);
    assertThat(text).contains("ipro", "sinf", "schm\0\0\0\0oeff\0\1\0\0", "schi", "certDER");
    assertThat(Box.readAll(meta(after).body().position(4).slice()))
        .extracting(Box::type)
        .containsExactly("hdlr", "suep", "cstb", "ipro");
  }

  @Test
  void refusesASignatureThatDoesNotFit() {
    var signer = new FakeSigner(300);
    signer.length = 299;
    assertThatThrownBy(() -> appended(signer)).isInstanceOf(IOException.class);
  }

  @Test
  void signsAgainOverTheSignatureThatIsThere() throws IOException {
    byte[] once = appended(new FakeSigner(300));
    Path file = folder.resolve("clip.mp4");
    var receiver = new FakeSigner(256);
    ExportBoxes.signAgain(file, "EXT-2026-0001 · biên nhận 1", receiver);
    byte[] twice = Files.readAllBytes(file);
    String text = new String(twice, StandardCharsets.UTF_8);
    assertThat(text).contains("EXT-2026-0001 · biên nhận 1\0");
    Box meta = meta(twice);
    List<Box> children = Box.readAll(meta.body().position(4).slice());
    assertThat(children).extracting(Box::type).containsExactly("hdlr", "suep", "cstb", "ipro");
    ByteBuffer protection = children.getLast().body();
    assertThat(protection.getShort(4)).as("the protection count stays").isEqualTo((short) 1);
    assertThat(Box.readAll(protection.position(6).slice()))
        .extracting(Box::type)
        .containsExactly("sinf", "sinf");
    byte[] before = Arrays.copyOf(twice, once.length);
    ByteBuffer.wrap(before)
        .putInt(BEFORE.length, once.length - BEFORE.length)
        .putInt(protectionAt(once), once.length - protectionAt(once));
    assertThat(before).as("but for two sizes, the sealed bytes").isEqualTo(once);
    int at = new String(twice, StandardCharsets.ISO_8859_1).lastIndexOf("sibo") + 4;
    assertThat(Arrays.copyOfRange(twice, at, at + 256)).containsOnly(7);
    Arrays.fill(twice, at, at + 256, (byte) 0);
    assertThat(receiver.seen).isEqualTo(Bytes.copyOf(twice));
  }

  @Test
  void signsNothingAgainThatWasNotSigned() throws IOException {
    Path file = folder.resolve("clip.mp4");
    appended(null);
    assertThatThrownBy(() -> ExportBoxes.signAgain(file, "", new FakeSigner(256)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("without a signature");
    Files.write(file, BEFORE);
    assertThatThrownBy(() -> ExportBoxes.signAgain(file, "", new FakeSigner(256)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not end with the boxes of an export");
    Files.write(file, new byte[] {0, 0, 0, 99, 'm', 'e', 't', 'a'});
    assertThatThrownBy(() -> ExportBoxes.signAgain(file, "", new FakeSigner(256)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not lie within the file");
  }

  private static int protectionAt(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).indexOf("ipro") - 4;
  }

  private byte[] appended(ExportBoxes.@Nullable Signer signer) throws IOException {
    Path file = Files.write(folder.resolve("clip.mp4"), BEFORE);
    ExportBoxes.append(file, EXPORT, signer);
    return Files.readAllBytes(file);
  }

  private static Box meta(byte[] file) {
    return Box.read(ByteBuffer.wrap(file, BEFORE.length, file.length - BEFORE.length));
  }

  private static final class FakeSigner implements ExportBoxes.Signer {
    private final int bytes;
    private int length;
    private Bytes seen = Bytes.copyOf(new byte[0]);

    FakeSigner(int bytes) {
      this.bytes = bytes;
      this.length = bytes;
    }

    @Override
    public Bytes certificate() {
      return Bytes.copyOf("DER".getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int signatureBytes() {
      return bytes;
    }

    @Override
    public byte[] sign(Path file) throws IOException {
      seen = Bytes.copyOf(Files.readAllBytes(file));
      byte[] signature = new byte[length];
      Arrays.fill(signature, (byte) 7);
      return signature;
    }
  }
}
