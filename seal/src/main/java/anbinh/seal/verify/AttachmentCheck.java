package anbinh.seal.verify;

import anbinh.seal.FormatProblem;
import anbinh.seal.cms.CmsSignature;
import anbinh.seal.cms.PdfSignature;
import anbinh.seal.cms.TimeStamp;
import anbinh.seal.mp4.ExportSignature;
import anbinh.seal.pack.PackageLayout;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks what stands beside the seal and has a signature of its own: the office's over
/// `seal.json`, those over receipts, in the minutes and in the clips, and the time stamp.
///
/// The office's signatures must be by the certificate that the bag names, which ties them to the
/// log's key. A time-stamp authority is named by nothing in the package.
final class AttachmentCheck {
  private static final String SIGNATURE = "seal.p7s";

  private final PackageFiles files;
  private final List<Finding> findings;
  private final List<Attestation> attestations = new ArrayList<>();
  private final List<String> unchecked = new ArrayList<>();
  private byte @Nullable [] office;

  AttachmentCheck(PackageFiles files, List<Finding> findings) {
    this.files = files;
    this.findings = findings;
  }

  /// @param attachments names below `seal/`
  void run(List<String> attachments) {
    office = office();
    for (String name : attachments) {
      byte[] content = files.find(PackageLayout.SEAL + name).orElse(null);
      if (content == null || !check(name, content)) {
        unchecked.add(name);
      }
    }
    files
        .exports()
        .forEach(
            (path, signatures) -> signatures.forEach(signature -> checkExport(path, signature)));
  }

  private void checkExport(String path, ExportSignature signature) {
    X509Certificate certificate = signature.certificate();
    if (!signature.isSigned()) {
      findings.add(new Finding(path, Reason.EXPORT_SIGNATURE_FAILS, ""));
    } else if (office == null || !Arrays.equals(office, encoded(certificate))) {
      findings.add(new Finding(path, Reason.ATTACHMENT_SIGNER_DIFFERS, subject(certificate)));
    } else {
      add(path, certificate, true, null);
    }
  }

  List<Attestation> attestations() {
    return attestations;
  }

  /// Attachments that nothing was said about.
  List<String> unchecked() {
    return unchecked;
  }

  /// @return false when this kind of attachment is not checked
  private boolean check(String name, byte[] content) {
    byte[] seal = files.find(PackageLayout.SEAL_JSON).orElse(null);
    try {
      if (name.equals(SIGNATURE) && seal != null) {
        CmsSignature signature = CmsSignature.parse(content);
        attest(name, signature, signature.isOver(seal), signature.isSigned());
        return true;
      }
      if (name.equals(PackageLayout.TIME_STAMP) && seal != null) {
        checkStamp(name, TimeStamp.parse(content), seal);
        return true;
      }
      if (PackageLayout.isReceipt(name)) {
        return checkReceipt(name, content);
      }
      if (name.endsWith(".pdf")) {
        PdfSignature pdf = PdfSignature.parse(content);
        boolean ofThis =
            seal == null || pdf.findReason().equals(Optional.of(PackageLayout.minuteReason(seal)));
        attest(name, pdf.signature(), pdf.isOverFile() && ofThis, pdf.signature().isSigned());
        return true;
      }
      return false;
    } catch (FormatProblem e) {
      find(name, Reason.BAD_FORMAT, String.valueOf(e.getMessage()));
      return true;
    }
  }

  private boolean checkReceipt(String name, byte[] content) {
    String signed =
        name.substring(0, name.length() - PackageLayout.RECEIPT_SIGNATURE.length())
            + PackageLayout.RECEIPT_JSON;
    byte[] receipt = files.find(PackageLayout.SEAL + signed).orElse(null);
    if (receipt == null) {
      return false;
    }
    CmsSignature signature = CmsSignature.parse(content);
    attest(name, signature, signature.isOver(receipt), signature.isSigned());
    return true;
  }

  private void attest(String name, CmsSignature signature, boolean over, boolean signed) {
    byte[] certificate = encoded(signature.certificate());
    if (!over) {
      find(name, Reason.ATTACHMENT_OF_ANOTHER, "");
    } else if (!signed) {
      find(name, Reason.ATTACHMENT_SIGNATURE_FAILS, "");
    } else if (office == null || !Arrays.equals(office, certificate)) {
      find(name, Reason.ATTACHMENT_SIGNER_DIFFERS, subject(signature.certificate()));
    } else {
      add(name, signature.certificate(), true, null);
    }
  }

  private void checkStamp(String name, TimeStamp stamp, byte[] seal) {
    if (!stamp.isOver(seal)) {
      find(name, Reason.ATTACHMENT_OF_ANOTHER, "");
    } else if (!stamp.isSigned()) {
      find(name, Reason.ATTACHMENT_SIGNATURE_FAILS, "");
    } else {
      add(name, stamp.certificate(), false, stamp.time());
    }
  }

  private void add(
      String name, X509Certificate certificate, boolean named, @Nullable Instant time) {
    attestations.add(
        new Attestation(name, subject(certificate), sha256(encoded(certificate)), named, time));
  }

  /// The certificate that the bag names as the office's: the first one in its file.
  private byte @Nullable [] office() {
    byte[] pem = files.find(PackageLayout.CERTIFICATE).orElse(null);
    if (pem == null) {
      return null;
    }
    try {
      return encoded(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(pem)));
    } catch (CertificateException e) {
      findings.add(
          new Finding(PackageLayout.CERTIFICATE, Reason.BAD_FORMAT, "no certificate as PEM"));
      return null;
    }
  }

  private void find(String name, Reason reason, String detail) {
    findings.add(new Finding(PackageLayout.SEAL + name, reason, detail));
  }

  private static String subject(X509Certificate certificate) {
    return certificate.getSubjectX500Principal().getName();
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateException e) {
      throw new FormatProblem("a certificate cannot be written again");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
