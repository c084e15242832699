package anbinh.media.rtp;

import java.util.Locale;
import java.util.Optional;

/// How a metadata track carries its documents, as a description names it (ONVIF Streaming
/// Specification, "RTSP session for a metadata stream"; `.gzip` and `.exi.onvif` are of cameras by
/// its earlier versions).
public enum MetadataEncoding {
  XML,
  /// RFC 1952; each document by itself.
  GZIP,
  /// Efficient XML Interchange, which is not read here.
  EXI;

  private static final String METADATA = "vnd.onvif.metadata";

  /// Empty for what is no metadata.
  ///
  /// @param name of an encoding (`a=rtpmap`)
  public static Optional<MetadataEncoding> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals(METADATA)) {
      return Optional.of(XML);
    }
    if (lower.equals(METADATA + "+gzip") || lower.equals(METADATA + ".gzip")) {
      return Optional.of(GZIP);
    }
    return lower.startsWith(METADATA + ".exi") || lower.startsWith(METADATA + "+exi")
        ? Optional.of(EXI)
        : Optional.empty();
  }
}
