/// Signatures with the office's certificate, beside the log's own: CMS over documents (RFC 5652,
/// CAdES-B) and PAdES in PDFs (ETSI EN 319 142), for readers whose programs know nothing of a log.
///
/// The certificate is named by the bag (`data/certificate.pem`), so whoever trusts the log's key
/// knows that a signature beside the seal was made by whoever sealed.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package anbinh.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
