package anbinh.evidence.handover;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What a scanned paper may be, told by its first bytes and never by what the sender says.
enum ScanKind {
  PDF("pdf", "255044462d"),
  JPEG("jpg", "ffd8ff"),
  PNG("png", "89504e470d0a1a0a");

  private final String suffix;
  private final String magic;

  ScanKind(String suffix, String magic) {
    this.suffix = suffix;
    this.magic = magic;
  }

  /// How names of such files end, without the dot.
  public String suffix() {
    return suffix;
  }

  /// What the bytes are; empty when they are none of these.
  public static Optional<ScanKind> of(byte[] bytes) {
    return Arrays.stream(values()).filter(kind -> kind.begins(bytes)).findFirst();
  }

  private boolean begins(byte[] bytes) {
    return HexFormat.of()
        .formatHex(bytes, 0, Math.min(bytes.length, magic.length() / 2))
        .equals(magic);
  }
}
