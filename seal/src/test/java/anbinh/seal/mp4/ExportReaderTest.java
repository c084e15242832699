package anbinh.seal.mp4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.Openssl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that OpenSSL signed, as the format's own example program has it done.
class ExportReaderTest {
  private static final int SIGNATURE_BYTES = 256;

  @TempDir static Path folder;
  private static Openssl openssl;
  private static byte[] office;
  private static byte[] court;

  @BeforeAll
  static void makeCertificates() throws Exception {
    openssl = new Openssl(folder);
    office = der(openssl.certificate("office", "rsa:2048", "emailProtection"));
    court = der(openssl.certificate("court", "rsa:2048", "emailProtection"));
  }

  private static byte[] der(byte[] pem) throws Exception {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(pem))
        .getEncoded();
  }

  @Test
  void acceptsWhatOpensslSigned() {
    byte[] file = signed(20);
    List<ExportSignature> found = read(file, file.length);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().isSigned()).isTrue();
    assertThat(found.getFirst().certificate().getSubjectX500Principal().getName())
        .isEqualTo("O=office");
    for (int piece : new int[] {1, 7, 64}) {
      assertThat(read(file, piece)).allMatch(ExportSignature::isSigned).hasSize(1);
    }
  }

  @Test
  void acceptsSignaturesThatWereAddedLaterAndTheOnesBefore() {
    byte[] once = signed(20);
    byte[] twice = sign(once, "court", court, 20);
    assertThat(read(twice, twice.length)).hasSize(2).allMatch(ExportSignature::isSigned);
    byte[] changed = twice.clone();
    changed[20] ^= 1;
    assertThat(read(changed, 100)).hasSize(2).noneMatch(ExportSignature::isSigned);
  }

  @Test
  void findsEveryChangedByteAndOtherSalts() {
    byte[] file = signed(20);
    Random random = new Random(20261126);
    for (int trial = 0; trial < 400; trial++) {
      byte[] changed = file.clone();
      int at = trial < 100 ? file.length - 1 - trial * 14 : random.nextInt(file.length);
      changed[Math.max(at, 0)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(read(changed, 50)).as("byte %d", at).noneMatch(ExportSignature::isSigned);
      } catch (FormatProblem expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    assertThat(read(signed(32), 50)).noneMatch(ExportSignature::isSigned);
  }

  @Test
  void findsNothingInFilesThatWereNotSignedAndRefusesBoxesThatContradictThemselves() {
    assertThat(read(plain(), 10)).isEmpty();
    byte[] file = signed(20);
    for (int cut : new int[] {1, 100, 300}) {
      byte[] shorter = Arrays.copyOf(file, file.length - cut);
      assertThatThrownBy(() -> read(shorter, 50)).isInstanceOf(FormatProblem.class);
    }
  }

  private static List<ExportSignature> read(byte[] file, int piece) {
    var reader = new ExportReader();
    for (int at = 0; at < file.length; at += piece) {
      reader.update(file, at, Math.min(piece, file.length - at));
    }
    return reader.end();
  }

  private static byte[] plain() {
    return join(
        box("ftyp", text("isom0000")), box("moov", new byte[40]), box("mdat", new byte[3_000]));
  }

  private static byte[] signed(int salt) {
    return sign(
        join(plain(), box("meta", new byte[4], box("ipro", new byte[] {0, 0, 0, 0, 0, 1}))),
        "office",
        office,
        salt);
  }

  /// Appends a signing instance to the last box of the last box.
  private static byte[] sign(byte[] file, String name, byte[] certificate, int salt) {
    byte[] instance =
        box(
            "sinf",
            box("schm", new byte[4], text("oeff"), new byte[] {0, 1, 0, 0}),
            box("schi", box("sibo", new byte[SIGNATURE_BYTES]), box("cert", certificate)));
    byte[] longer = join(file, instance);
    int meta = plain().length;
    ByteBuffer sizes = ByteBuffer.wrap(longer);
    sizes.putInt(meta, longer.length - meta);
    sizes.putInt(meta + 12, longer.length - meta - 12);
    byte[] signature = openssl.signPss(name, longer, salt);
    System.arraycopy(signature, 0, longer, file.length + 8 + 20 + 8 + 8, SIGNATURE_BYTES);
    return longer;
  }

  private static byte[] box(String type, byte[]... contents) {
    byte[] content = join(contents);
    return join(ByteBuffer.allocate(4).putInt(content.length + 8).array(), text(type), content);
  }

  private static byte[] join(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }
}
