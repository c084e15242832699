package anbinh.media.simulator;

/// What people call the coding behind the type of a sample entry.
final class CodingName {
  private CodingName() {}

  static String of(String sampleEntry) {
    return switch (sampleEntry) {
      case "mp4v" -> "MPEG-4 part 2 (or MPEG-2)";
      case "jpeg", "mjpa", "mjpb", "mjpg" -> "Motion JPEG";
      case "av01" -> "AV1";
      case "vp08", "vp09" -> "VP" + sampleEntry.charAt(3);
      case "encv" -> "encrypted";
      case "dvh1", "dvhe" -> "Dolby Vision";
      case "apcn", "apch", "apcs", "apco", "ap4h" -> "ProRes";
      case "s263", "h263" -> "H.263";
      case "vvc1", "vvi1" -> "H.266";
      default -> "of the kind \"" + sampleEntry.replaceAll("[^ -~]", "?") + "\"";
    };
  }
}
