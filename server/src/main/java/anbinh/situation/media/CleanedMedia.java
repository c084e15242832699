package anbinh.situation.media;

/// A file as it is kept: without what it said of itself, such as the place and the device.
final class CleanedMedia {
  private final String type;
  private final byte[] bytes;
  private final int removed;

  /// @param removed how many bytes were taken away or blanked
  CleanedMedia(String type, byte[] bytes, int removed) {
    this.type = type;
    this.bytes = bytes.clone();
    this.removed = removed;
  }

  String type() {
    return type;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  int length() {
    return bytes.length;
  }

  int removed() {
    return removed;
  }
}
