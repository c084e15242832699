package anbinh.seal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.seal.Openssl;
import anbinh.seal.pack.PackageLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Signatures and time stamps beside the seal that are of something else, by somebody else, or
/// broken.
class HostileAttachmentTest extends HostileSet {
  private static Openssl openssl;

  @BeforeAll
  static void signTheGoodOne() {
    openssl = new Openssl(folder.resolve("openssl"));
    byte[] office = openssl.certificate("office", "rsa:2048", "emailProtection");
    openssl.certificate("forger", "rsa:2048", "emailProtection");
    good =
        fixture.zip(
            folder.resolve("signed.zip"),
            Map.of("certificate.pem", office),
            seal ->
                Map.of(
                    "seal.p7s", openssl.sign("office", seal.canonical()),
                    "seal.tsr", openssl.stamp(seal.canonical()),
                    "minute.vi.pdf", minute(seal.canonical())));
  }

  @Test
  void saysWhatWasSignedAndWhatWasNotChecked() throws Exception {
    Verdict verdict = verify(good);
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict.facts().attestations())
        .extracting(Attestation::file, Attestation::by, Attestation::named)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("seal.p7s", "O=office", true),
            org.assertj.core.groups.Tuple.tuple("minute.vi.pdf", "O=office", true),
            org.assertj.core.groups.Tuple.tuple("seal.tsr", "O=tsa", false));
    assertThat(verdict.facts().attachments()).isEmpty();
    assertThat(verdict.facts().findTimeStamp()).isPresent();
    String text = new VerdictText(Locale.ENGLISH, ZoneId.of("UTC")).write(verdict);
    assertThat(text)
        .contains("the time-stamp authority O=tsa")
        .contains("whether that authority is to be believed is not checked here")
        .contains("seal.p7s: also signed with the certificate O=office")
        .contains("who holds it is not checked here");
    assertThat(new String(VerdictJson.write(verdict).canonical(), StandardCharsets.UTF_8))
        .contains("\"trustChecked\":false")
        .contains("\"namedByBag\":true");
  }

  @Override
  boolean isForTheSecondVerifier() {
    return true;
  }

  @Override
  void add() {
    byte[] other = utf8("{\"another\":\"seal\"}");
    altered(
        "a signature of another package",
        Reason.ATTACHMENT_OF_ANOTHER,
        "seal.p7s",
        zip -> zip.get("seal.p7s").replace(openssl.sign("office", other)));
    altered(
        "a signature by another key",
        Reason.ATTACHMENT_SIGNER_DIFFERS,
        "O=forger",
        zip -> zip.get("seal.p7s").replace(openssl.sign("forger", zip.get("seal.json").content)));
    altered(
        "a signature whose value was changed",
        Reason.ATTACHMENT_SIGNATURE_FAILS,
        "seal.p7s",
        zip -> flip(zip, "seal.p7s", zip.get("seal.p7s").content.length - 9));
    altered(
        "a signature by another key, with its certificate put into the bag",
        Reason.FILE_CHANGED,
        "certificate.pem",
        zip -> {
          zip.get("seal.p7s").replace(openssl.sign("forger", zip.get("seal.json").content));
          zip.get("certificate.pem")
              .replace(openssl.certificate("forger2", "rsa:2048", "emailProtection"));
        });
    malformed(
        "a signature that is none",
        Reason.BAD_FORMAT,
        "seal.p7s",
        zip -> zip.get("seal.p7s").replace(utf8("-----BEGIN CMS-----\n")));
    malformed(
        "a signature with something behind it",
        Reason.BAD_FORMAT,
        "seal.p7s",
        zip -> {
          byte[] content = zip.get("seal.p7s").content;
          zip.get("seal.p7s").replace(Arrays.copyOf(content, content.length + 3));
        });
    altered(
        "a time stamp with another imprint",
        Reason.ATTACHMENT_OF_ANOTHER,
        "seal.tsr",
        zip -> zip.get("seal.tsr").replace(openssl.stamp(other)));
    altered(
        "a time stamp whose signature was changed",
        Reason.ATTACHMENT_SIGNATURE_FAILS,
        "seal.tsr",
        zip -> flip(zip, "seal.tsr", zip.get("seal.tsr").content.length - 9));
    malformed(
        "a time stamp that is a signature",
        Reason.BAD_FORMAT,
        "seal.tsr",
        zip -> zip.get("seal.tsr").replace(zip.get("seal.p7s").content));
    malformed(
        "a time stamp that was refused",
        Reason.BAD_FORMAT,
        "status 2",
        zip -> zip.get("seal.tsr").replace(new byte[] {0x30, 5, 0x30, 3, 2, 1, 2}));
    altered(
        "a minute with another word",
        Reason.ATTACHMENT_OF_ANOTHER,
        "minute.vi.pdf",
        zip -> {
          byte[] pdf = zip.get("minute.vi.pdf").content.clone();
          pdf[11] ^= 1;
          zip.get("minute.vi.pdf").replace(pdf);
        });
    malformed(
        "a minute that goes on behind its signature",
        Reason.BAD_FORMAT,
        "minute.vi.pdf",
        zip -> {
          byte[] pdf = zip.get("minute.vi.pdf").content;
          byte[] longer = Arrays.copyOf(pdf, pdf.length + 1);
          longer[pdf.length] = '\n';
          zip.get("minute.vi.pdf").replace(longer);
        });
    altered(
        "a minute signed by another key",
        Reason.ATTACHMENT_SIGNER_DIFFERS,
        "minute.vi.pdf",
        zip ->
            zip.get("minute.vi.pdf")
                .replace(
                    openssl.pdf(
                        "forger",
                        "biên bản",
                        PackageLayout.minuteReason(zip.get("seal.json").content))));
    altered(
        "the genuine minute of another package",
        Reason.ATTACHMENT_OF_ANOTHER,
        "minute.vi.pdf",
        zip -> zip.get("minute.vi.pdf").replace(minute(other)));
    altered(
        "a genuine minute that the seal does not name",
        Reason.FILE_ADDED,
        "minute.en.pdf",
        zip ->
            zip.entries.add(
                new RawZip.Entry(
                    ROOT + "seal/minute.en.pdf", minute(zip.get("seal.json").content))));
    altered(
        "a minute that names two seals",
        Reason.ATTACHMENT_OF_ANOTHER,
        "minute.vi.pdf",
        zip ->
            zip.get("minute.vi.pdf")
                .replace(
                    openssl.pdf(
                        "office",
                        "biên bản",
                        PackageLayout.minuteReason(other)
                            + ") /Reason ("
                            + PackageLayout.minuteReason(zip.get("seal.json").content))));
    altered(
        "a minute that names no seal",
        Reason.ATTACHMENT_OF_ANOTHER,
        "minute.vi.pdf",
        zip -> zip.get("minute.vi.pdf").replace(openssl.pdf("office", "biên bản", "approved")));
    for (String name : List.of("seal.p7s", "seal.tsr", "minute.vi.pdf")) {
      incomplete("a seal whose " + name + " was taken away", name, zip -> remove(zip, name));
    }
    malformed(
        "a minute without a signature",
        Reason.BAD_FORMAT,
        "minute.vi.pdf",
        zip -> zip.get("minute.vi.pdf").replace(utf8("%PDF-1.7\n%%EOF\n")));
    incomplete(
        "a package whose named certificate is gone",
        "certificate.pem",
        zip -> {
          remove(zip, "certificate.pem");
          remove(zip, "seal.p7s");
          remove(zip, "minute.vi.pdf");
        });
  }

  @Test
  void isIntactWithoutAnythingBesideTheSealWhereTheSealNamesNothing() throws Exception {
    Path bare = fixture.zip(folder.resolve("bare.zip"), Map.of(), _ -> Map.of());
    Verdict verdict = verify(bare);
    assertThat(verdict).as("%s", verdict.findings()).isInstanceOf(Verdict.Intact.class);
    assertThat(verdict.facts().attestations()).isEmpty();
    assertThat(new VerdictText(Locale.ENGLISH, ZoneId.of("UTC")).write(verdict))
        .contains("Time proof: none enclosed");
  }

  private static byte[] minute(byte[] sealJson) {
    return openssl.pdf("office", "biên bản", PackageLayout.minuteReason(sealJson));
  }
}
