package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.Openssl;
import anbinh.seal.pack.PackageLayout;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures beside a seal, by who has the certificate that the bag names and by others.
class AttachmentCheckTest {
  private static final byte[] SEAL = utf8("{\"seal\":1}");
  private static final byte[] OTHER = utf8("{\"seal\":2}");

  @TempDir static Path folder;
  private static Openssl openssl;
  private static byte[] office;
  private static byte[] other;

  private final Map<String, byte[]> contents = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();

  @BeforeAll
  static void makeCertificates() {
    openssl = new Openssl(folder.resolve("openssl"));
    String key = "ec -pkeyopt ec_paramgen_curve:P-256";
    office = openssl.certificate("office", key, "emailProtection");
    other = openssl.certificate("other", key, "emailProtection");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] join(byte[] one, byte[] two) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(one);
    joined.writeBytes(two);
    return joined.toByteArray();
  }

  private AttachmentCheck check(String... attachments) throws PackageProblem {
    PackageFiles files = new PackageFiles();
    for (Map.Entry<String, byte[]> file : contents.entrySet()) {
      files.begin(file.getKey());
      files.data(file.getValue(), 0, file.getValue().length);
      files.end();
    }
    findings.clear();
    AttachmentCheck check = new AttachmentCheck(files, findings);
    check.run(List.of(attachments));
    return check;
  }

  /// The only finding, in the one attachment there is.
  private Reason reason(String attachment) throws PackageProblem {
    AttachmentCheck check = check(attachment);
    assertThat(check.attestations()).isEmpty();
    assertThat(check.unchecked()).isEmpty();
    assertThat(findings).extracting(Finding::file).containsExactly("seal/" + attachment);
    return findings.getFirst().reason();
  }

  private void sealed() {
    contents.put(PackageLayout.SEAL_JSON, SEAL);
    contents.put(PackageLayout.CERTIFICATE, office);
  }

  @Test
  void nothingIsSaidWhereNothingIsThere() throws PackageProblem {
    AttachmentCheck check = check();
    assertThat(check.attestations()).isEmpty();
    assertThat(check.unchecked()).isEmpty();
    assertThat(findings).isEmpty();
  }

  @Test
  void theOfficesSignatureIsTold() throws PackageProblem {
    sealed();
    contents.put("seal/seal.p7s", openssl.sign("office", SEAL));
    AttachmentCheck check = check("seal.p7s");
    assertThat(findings).isEmpty();
    Attestation told = check.attestations().getFirst();
    assertThat(List.of(told.file(), told.by())).containsExactly("seal.p7s", "O=office");
    assertThat(told.named()).isTrue();
    assertThat(told.time()).as("a signature's time is its signer's word").isNull();
    assertThat(told.certificateSha256()).matches("[0-9a-f]{64}");
  }

  /// The gravest is said: of something else, before not signed, before by somebody else.
  @Test
  void aSignatureHasOneReasonAtMost() throws PackageProblem {
    sealed();
    contents.put("seal/seal.p7s", openssl.sign("other", OTHER));
    assertThat(reason("seal.p7s")).isEqualTo(Reason.ATTACHMENT_OF_ANOTHER);
    contents.put("seal/seal.p7s", openssl.sign("other", SEAL));
    assertThat(reason("seal.p7s")).isEqualTo(Reason.ATTACHMENT_SIGNER_DIFFERS);
    byte[] changed = openssl.sign("other", SEAL);
    changed[changed.length - 3] ^= 1;
    contents.put("seal/seal.p7s", changed);
    assertThat(reason("seal.p7s")).isEqualTo(Reason.ATTACHMENT_SIGNATURE_FAILS);
    contents.put("seal/seal.p7s", new byte[0]);
    assertThat(reason("seal.p7s")).isEqualTo(Reason.BAD_FORMAT);
  }

  @Test
  void withoutANamedCertificateNobodyIsTheOffice() throws PackageProblem {
    contents.put(PackageLayout.SEAL_JSON, SEAL);
    contents.put("seal/seal.p7s", openssl.sign("office", SEAL));
    assertThat(reason("seal.p7s")).isEqualTo(Reason.ATTACHMENT_SIGNER_DIFFERS);
    assertThat(findings.getFirst().detail()).isEqualTo("O=office");
  }

  @Test
  void theOfficeIsTheFirstCertificateOfTheFile() throws PackageProblem {
    sealed();
    contents.put("seal/seal.p7s", openssl.sign("office", SEAL));
    contents.put(PackageLayout.CERTIFICATE, join(office, other));
    assertThat(check("seal.p7s").attestations()).hasSize(1);
    contents.put(PackageLayout.CERTIFICATE, join(other, office));
    assertThat(reason("seal.p7s")).isEqualTo(Reason.ATTACHMENT_SIGNER_DIFFERS);
  }

  @Test
  void aCertificateThatIsNoneIsMalformed() throws PackageProblem {
    sealed();
    for (byte[] broken :
        List.of(new byte[0], utf8("no certificate\n"), Arrays.copyOf(office, office.length / 2))) {
      contents.put(PackageLayout.CERTIFICATE, broken);
      check();
      assertThat(findings)
          .containsExactly(
              new Finding(PackageLayout.CERTIFICATE, Reason.BAD_FORMAT, "no certificate as PEM"));
    }
  }

  @Test
  void aTimeStampIsByAnyAuthority() throws PackageProblem {
    sealed();
    contents.put("seal/seal.tsr", openssl.stamp(SEAL));
    Attestation told = check("seal.tsr").attestations().getFirst();
    assertThat(findings).isEmpty();
    assertThat(told.by()).isEqualTo("O=tsa");
    assertThat(told.named()).isFalse();
    assertThat(told.time()).isNotNull();
    contents.put("seal/seal.tsr", openssl.stamp(OTHER));
    assertThat(reason("seal.tsr")).isEqualTo(Reason.ATTACHMENT_OF_ANOTHER);
  }

  @Test
  void withoutASealNothingIsSaidOfWhatIsOverIt() throws PackageProblem {
    contents.put("seal/seal.p7s", openssl.sign("office", SEAL));
    contents.put("seal/seal.tsr", openssl.stamp(SEAL));
    AttachmentCheck check = check("seal.p7s", "seal.tsr");
    assertThat(check.unchecked()).containsExactly("seal.p7s", "seal.tsr");
    assertThat(findings).isEmpty();
  }

  @Test
  void aReceiptsSignatureIsOverThatReceipt() throws PackageProblem {
    sealed();
    contents.put("seal/receipt-1.json", SEAL);
    contents.put("seal/receipt-2.json", OTHER);
    contents.put("seal/receipt-1.p7s", openssl.sign("office", SEAL));
    contents.put("seal/receipt-2.p7s", openssl.sign("office", OTHER));
    assertThat(check("receipt-1.p7s", "receipt-2.p7s").attestations())
        .extracting(Attestation::file)
        .containsExactly("receipt-1.p7s", "receipt-2.p7s");
    contents.put("seal/receipt-2.p7s", openssl.sign("office", SEAL));
    assertThat(reason("receipt-2.p7s")).isEqualTo(Reason.ATTACHMENT_OF_ANOTHER);
    contents.remove("seal/receipt-2.json");
    assertThat(check("receipt-2.p7s").unchecked()).containsExactly("receipt-2.p7s");
    assertThat(findings).isEmpty();
  }

  @Test
  void minutesNameTheirSeal() throws PackageProblem {
    sealed();
    contents.put(
        "seal/minute.ar.pdf", openssl.pdf("office", "x", PackageLayout.minuteReason(SEAL)));
    assertThat(check("minute.ar.pdf").attestations()).hasSize(1);
    contents.put(
        "seal/minute.ar.pdf", openssl.pdf("office", "x", PackageLayout.minuteReason(OTHER)));
    assertThat(reason("minute.ar.pdf")).isEqualTo(Reason.ATTACHMENT_OF_ANOTHER);
    contents.remove(PackageLayout.SEAL_JSON);
    assertThat(check("minute.ar.pdf").attestations()).as("without a seal").hasSize(1);
  }

  @Test
  void otherFilesAreListedAsNotChecked() throws PackageProblem {
    sealed();
    contents.put("seal/policy", utf8("quorum none\n"));
    contents.put("seal/tsa-chain.pem", other);
    assertThat(check("policy", "tsa-chain.pem", "seal.p7s").unchecked())
        .as("the signature is named and not there")
        .containsExactly("policy", "tsa-chain.pem", "seal.p7s");
    assertThat(findings).isEmpty();
  }

  @Test
  void aCertificateOfAnotherTextFormIsTheSame() throws PackageProblem {
    sealed();
    String pem = new String(office, StandardCharsets.US_ASCII);
    contents.put(PackageLayout.CERTIFICATE, utf8("Subject: office\n" + pem));
    contents.put("seal/seal.p7s", openssl.sign("office", SEAL));
    assertThat(check("seal.p7s").attestations()).hasSize(1);
  }
}
