package anbinh.signing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// With which certificate seals, PDFs and receipts are signed.
///
/// @param file PKCS#12 file with one private key and its certificates, readable by its owner only,
///   best on another disk; none: `keys/office.p12` in the data folder, whose self-made certificate
///   is as good as the way in which the office publishes its fingerprint. A missing one of these is
///   made, a missing file that was named is not
/// @param password of the file
@ConfigurationProperties("anbinh.signing.certificate")
record CertificateSettings(@Nullable Path file, @DefaultValue("") String password) {
  @Override
  public String toString() {
    return "CertificateSettings[file=" + file + "]";
  }
}
