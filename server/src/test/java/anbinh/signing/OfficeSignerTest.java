package anbinh.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.platform.DataFolder;
import anbinh.platform.Site;
import anbinh.platform.SiteClock;
import anbinh.platform.StartFailure;
import anbinh.print.PdfPrinter;
import anbinh.seal.cms.CmsSignature;
import anbinh.seal.cms.PdfSignature;
import anbinh.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The office's key and what is signed with it, judged by OpenSSL and poppler.
class OfficeSignerTest {
  private static final byte[] DOCUMENT = "{\"format\":\"x\"}".getBytes(StandardCharsets.UTF_8);
  private static final Site SITE = new Site("Công an xã Bá Thước", ZoneId.of("UTC"), false);
  private static final String PAGE =
      "<html><head><title>t</title></head><body><p>x</p></body></html>";

  /// For all tests but that of its making, which takes half a minute in the Java of tests.
  private static final OfficeKey KEY =
      OfficeKey.selfSigned(SharedOfficeKey.keyPair(), SITE.name(), Instant.now());

  @TempDir Path folder;
  private Path own = Path.of("unset");

  @BeforeEach
  void namesTheOwnFile() {
    own = folder.resolve("data/keys/office.p12");
  }

  @Test
  void makesAKeyThatOnlyItsOwnerMayReadAndUsesItAgain() throws Exception {
    OfficeSigner first = signer(null, "");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rw-------");
    assertThat(signer(null, "").certificates()).isEqualTo(first.certificates());
  }

  @Test
  void signsADocumentAsOpensslReadsIt() throws Exception {
    KEY.save(own, "");
    OfficeSigner signer = signer(null, "");
    byte[] der = signer.sign(DOCUMENT);
    assertThat(opensslAccepts(signer, DOCUMENT, der)).isTrue();
    assertThat(opensslAccepts(signer, "{}".getBytes(StandardCharsets.UTF_8), der)).isFalse();
    CmsSignature signature = CmsSignature.parse(der);
    assertThat(signature.isOver(DOCUMENT)).isTrue();
    assertThat(signature.isSigned()).isTrue();
    assertThat(signature.certificate().getSubjectX500Principal().getName())
        .isEqualTo("CN=Công an xã Bá Thước,O=Công an xã Bá Thước");
  }

  @Test
  void signsAPdfAsPopplerReadsIt() throws Exception {
    KEY.save(own, "");
    byte[] pdf = signer(null, "").signPdf(new PdfPrinter().print(PAGE, _ -> new byte[0]), "vì x");
    assertThat(pdfsig(pdf))
        .contains("Signature Type: ETSI.CAdES.detached")
        .contains("Total document signed")
        .contains("Signature is Valid")
        .contains("Công an xã Bá Thước");
    PdfSignature read = PdfSignature.parse(pdf);
    assertThat(read.isOverFile() && read.signature().isSigned()).isTrue();
    byte[] changed = pdf.clone();
    int at = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("/Reason");
    changed[at + 1] = 'r';
    assertThat(PdfSignature.parse(changed).isOverFile()).isFalse();
    assertThat(pdfsig(changed)).doesNotContain("Signature is Valid");
  }

  @Test
  void signsWithTheOfficesOwnKeyAndEnclosesItsChain() throws Exception {
    Tools.need("openssl");
    run(
        "openssl req -x509 -nodes -newkey rsa:2048 -keyout ca.key -out ca.pem -days 9 -subj"
            + " /CN=CA");
    run(
        "openssl req -nodes -newkey ec -pkeyopt ec_paramgen_curve:P-256 -keyout k.key -out k.csr"
            + " -subj /CN=Office");
    run("openssl x509 -req -in k.csr -CA ca.pem -CAkey ca.key -days 9 -out k.pem");
    run(
        "openssl pkcs12 -export -inkey k.key -in k.pem -certfile ca.pem -out k.p12 -passout"
            + " pass:secret");
    Path file = ownerOnly(folder.resolve("k.p12"));
    OfficeSigner signer = signer(file, "secret");
    byte[] der = signer.sign(DOCUMENT);
    assertThat(signer.certificates().split("BEGIN CERTIFICATE")).hasSize(3);
    assertThat(CmsSignature.parse(der).isSigned()).isTrue();
    assertThat(opensslAccepts(folder.resolve("ca.pem"), DOCUMENT, der)).isTrue();
    assertThat(signer.findExportSigner()).as("an EC key signs no clips").isEmpty();
    assertThat(own).doesNotExist();
    assertThatThrownBy(() -> signer(file, "wrong"))
        .isInstanceOfSatisfying(
            StartFailure.class,
            failure -> {
              assertThat(failure).hasMessageContaining("k.p12").hasMessageNotContaining("wrong");
              assertThat(failure.remedy()).contains("anbinh.signing.certificate.password");
            });
  }

  @Test
  void refusesAKeyThatOthersMayRead() throws Exception {
    KEY.save(own, "");
    Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> signer(null, ""))
        .isInstanceOfSatisfying(
            StartFailure.class,
            failure -> assertThat(failure.remedy()).isEqualTo("Run: chmod 600 " + own));
  }

  @Test
  void refusesWhatIsNoKeyOrExpiredOrTooShort() throws Exception {
    Path garbage = ownerOnly(Files.write(folder.resolve("garbage.p12"), DOCUMENT));
    assertThatThrownBy(() -> signer(garbage, "")).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> signer(folder.resolve("missing.p12"), ""))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("missing.p12");
    Tools.need("openssl");
    run(
        "openssl req -x509 -nodes -newkey rsa:1024 -keyout s.key -out s.pem -days 9 -subj"
            + " /CN=Short");
    run("openssl pkcs12 -export -inkey s.key -in s.pem -out s.p12 -passout pass:");
    assertThatThrownBy(() -> signer(ownerOnly(folder.resolve("s.p12")), ""))
        .hasMessageContaining("2048 bits");
    Path old = folder.resolve("old.p12");
    var pair = new KeyPair(KEY.certificate().getPublicKey(), KEY.privateKey());
    OfficeKey.selfSigned(pair, "Old", Instant.parse("1996-01-01T00:00:00Z")).save(old, "");
    assertThatThrownBy(() -> signer(old, "")).hasMessageContaining("expired on 20");
  }

  /// As far as the server comes before it serves.
  private OfficeSigner signer(@org.jspecify.annotations.Nullable Path file, String password)
      throws IOException {
    Path data = Files.createDirectories(folder.resolve("data"));
    var signer =
        new OfficeSigner(
            new CertificateSettings(file, password),
            DataFolder.beside(data),
            SITE,
            new SiteClock(InstantSource.system(), SITE));
    signer.afterSingletonsInstantiated();
    return signer;
  }

  private boolean opensslAccepts(OfficeSigner signer, byte[] content, byte[] der) throws Exception {
    Path certificate = Files.writeString(folder.resolve("office.pem"), signer.certificates());
    return opensslAccepts(certificate, content, der);
  }

  private boolean opensslAccepts(Path trusted, byte[] content, byte[] der) throws Exception {
    Tools.need("openssl");
    Files.write(folder.resolve("content"), content);
    Files.write(folder.resolve("cms.der"), der);
    return exit(
            "openssl cms -verify -binary -content content -inform DER -in cms.der -CAfile "
                + trusted
                + " -purpose any -out verified")
        == 0;
  }

  private String pdfsig(byte[] pdf) throws Exception {
    Tools.need("pdfsig");
    Path file = Files.write(folder.resolve("signed.pdf"), pdf);
    Process process =
        new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return answer;
  }

  private void run(String command) throws Exception {
    assertThat(exit(command)).as(command).isZero();
  }

  private int exit(String command) throws Exception {
    return new ProcessBuilder(Arrays.asList(command.split(" ")))
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Path ownerOnly(Path file) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }
}
