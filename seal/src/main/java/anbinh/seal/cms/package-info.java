/// Signatures and time stamps beside a seal, read with the JDK alone: CMS (RFC 5652), time-stamp
/// responses (RFC 3161) and signatures in PDFs (ISO 32000-1, 12.8).
///
/// What can be checked here is that such a signature is over the sealed file and made with the
/// enclosed certificate. Who holds that certificate, and whether it was revoked, cannot.
///
/// Only DER is read, every length in its one form, since what two programs could read in two ways
/// proves nothing.
@NullMarked
package anbinh.seal.cms;

import org.jspecify.annotations.NullMarked;
