package anbinh.seal.cms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.seal.FormatProblem;
import anbinh.seal.Openssl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures and time stamps that OpenSSL made.
class CmsTest {
  private static final byte[] CONTENT = "{\"format\":\"x\"}".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "{\"format\":\"y\"}".getBytes(StandardCharsets.UTF_8);

  @TempDir static Path folder;
  private static Openssl openssl;

  @BeforeAll
  static void makeCertificates() {
    openssl = new Openssl(folder.resolve("openssl"));
    openssl.certificate("rsa", "rsa:2048", "emailProtection");
  }

  @Test
  void acceptsEveryKindOfSignatureThatOpensslMakes() {
    Map<String, String> keys =
        Map.of(
            "rsa3", "rsa:3072",
            "p256", "ec -pkeyopt ec_paramgen_curve:P-256",
            "p384", "ec -pkeyopt ec_paramgen_curve:P-384");
    keys.forEach((name, key) -> {
      openssl.certificate(name, key, "emailProtection");
      for (List<String> more : List.of(List.<String>of(), List.of("-keyid"), List.of("-cades"))) {
        byte[] der = openssl.sign(name, CONTENT, more.toArray(String[]::new));
        CmsSignature signature = CmsSignature.parse(der);
        assertThat(signature.isOver(CONTENT)).as(name + more).isTrue();
        assertThat(signature.isOver(OTHER)).isFalse();
        assertThat(signature.isSigned()).as(name + more).isTrue();
        assertThat(signature.certificate().getSubjectX500Principal().getName())
            .isEqualTo("O=" + name);
      }
    });
  }

  @Test
  void readsATimeStampOfOpenssl() {
    TimeStamp stamp = TimeStamp.parse(openssl.stamp(CONTENT));
    assertThat(stamp.isOver(CONTENT)).isTrue();
    assertThat(stamp.isOver(OTHER)).isFalse();
    assertThat(stamp.isSigned()).isTrue();
    assertThat(stamp.policy()).isEqualTo("1.2.3.4.1");
    assertThat(stamp.findNonce()).isPresent();
    assertThat(Duration.between(stamp.time(), Instant.now()))
        .isBetween(Duration.ofSeconds(-2), Duration.ofMinutes(5));
    assertThat(stamp.certificate().getSubjectX500Principal().getName()).isEqualTo("O=tsa");
  }

  /// Every flipped bit is found, or lies in what nobody signs: the enclosed certificate's own
  /// signature, unsigned algorithm parameters and the like, after which the digest still is over
  /// the content and made with the key.
  @Test
  void neverTakesASignatureForOtherContent() {
    byte[] cms = openssl.sign("rsa", CONTENT);
    byte[] stamp = openssl.stamp(CONTENT);
    for (int at = 0; at < cms.length; at++) {
      byte[] changed = cms.clone();
      changed[at] ^= 1;
      try {
        CmsSignature signature = CmsSignature.parse(changed);
        assertThat(signature.isOver(OTHER) && signature.isSigned()).isFalse();
      } catch (FormatProblem expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
    for (int at = 0; at < stamp.length; at++) {
      byte[] changed = stamp.clone();
      changed[at] ^= 1;
      try {
        TimeStamp read = TimeStamp.parse(changed);
        assertThat(read.isOver(OTHER) && read.isSigned()).isFalse();
        if (read.isSigned()) {
          assertThat(read.time()).isEqualTo(TimeStamp.parse(stamp).time());
        }
      } catch (FormatProblem expected) {
        assertThat(expected.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void findsEveryChangeOfASignedPdf() {
    byte[] pdf = openssl.pdf("rsa", "the text", "");
    PdfSignature read = PdfSignature.parse(pdf);
    assertThat(read.isOverFile() && read.signature().isSigned()).isTrue();
    int text = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("the text");
    byte[] changed = pdf.clone();
    changed[text] = 'T';
    assertThat(PdfSignature.parse(changed).isOverFile()).isFalse();
  }

  @Test
  void refusesAPdfThatGoesOnBehindItsSignature() {
    byte[] pdf = openssl.pdf("rsa", "the text", "");
    byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
    longer[pdf.length] = '\n';
    assertThatThrownBy(() -> PdfSignature.parse(longer)).hasMessageContaining("not over the whole");
    byte[] twice =
        (new String(pdf, StandardCharsets.ISO_8859_1) + "/ByteRange [0 1 2 3]")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> PdfSignature.parse(twice)).hasMessageContaining("more than one");
    assertThatThrownBy(() -> PdfSignature.parse("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not signed");
  }

  @Test
  void refusesBerAndWhatStandsBehindTheEnd() {
    byte[] der = openssl.sign("rsa", CONTENT);
    assertThatThrownBy(() -> CmsSignature.parse(Arrays.copyOf(der, der.length + 1)))
        .isInstanceOf(FormatProblem.class)
        .hasMessageContaining("behind the end");
    byte[] indefinite = openssl.sign("rsa", CONTENT, "-stream", "-indef");
    assertThatThrownBy(() -> CmsSignature.parse(indefinite))
        .isInstanceOf(FormatProblem.class)
        .hasMessageContaining("not DER");
    assertThatThrownBy(
            () -> CmsSignature.parse(new byte[] {0x30, (byte) 0x81, 0x05, 0, 0, 0, 0, 0}))
        .hasMessageContaining("shortest form");
    assertThatThrownBy(() -> CmsSignature.parse(new byte[0])).isInstanceOf(FormatProblem.class);
  }

  @Test
  void refusesASignatureWithTwoSignersOrWithoutACertificate() {
    openssl.certificate("second", "rsa:2048", "emailProtection");
    byte[] two = openssl.sign("rsa", CONTENT, "-signer second.pem -inkey second.key");
    assertThatThrownBy(() -> CmsSignature.parse(two)).hasMessageContaining("2 signers");
    byte[] bare = openssl.sign("rsa", CONTENT, "-nocerts");
    assertThatThrownBy(() -> CmsSignature.parse(bare)).hasMessageContaining("not enclosed");
    byte[] noAttributes = openssl.sign("rsa", CONTENT, "-noattr");
    assertThatThrownBy(() -> CmsSignature.parse(noAttributes)).isInstanceOf(FormatProblem.class);
    byte[] weak = openssl.sign("rsa", CONTENT, "-md sha1");
    assertThatThrownBy(() -> CmsSignature.parse(weak)).hasMessageContaining("too weak");
  }
}
