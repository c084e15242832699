package anbinh.seal.verify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a signature or time stamp beside the seal says, as far as it was checked: that it is over
/// the sealed file and made with the enclosed certificate. Whether the certificate's holder is to
/// be believed, and whether it was revoked, was not checked.
///
/// @param file below `seal/`, or the whole path of a clip that bears a signature
/// @param by the certificate's subject, as RFC 2253 writes it
/// @param certificateSha256 of the certificate
/// @param named whether the sealed bag names this certificate as the office's
/// @param time when a time-stamp authority says to have seen the seal; null for signatures, whose
///   times are only the signer's word
public record Attestation(
    String file, String by, String certificateSha256, boolean named, @Nullable Instant time) {}
