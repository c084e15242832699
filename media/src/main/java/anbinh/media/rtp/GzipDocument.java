package anbinh.media.rtp;

import anbinh.media.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// Unpacks a document that came by GZIP (RFC 1952), up to a length: a few bytes may unpack to very
/// many.
final class GzipDocument {
  private GzipDocument() {}

  /// Empty where it is no GZIP, is cut off, or is longer.
  static Optional<Bytes> unpack(byte[] packed, int maximumBytes) {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] document = in.readNBytes(maximumBytes + 1);
      return document.length > maximumBytes
          ? Optional.empty()
          : Optional.of(Bytes.copyOf(document));
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }
}
