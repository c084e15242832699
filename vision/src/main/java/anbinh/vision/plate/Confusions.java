package anbinh.vision.plate;

import java.util.List;

/// Which characters of plates look alike.
public final class Confusions {
  private static final List<String> GROUPS = List.of("0ODQĐ", "1IL", "8B", "5S", "2Z", "6G");

  private Confusions() {}

  /// The others that a character may be taken for; empty for most.
  public static String of(char character) {
    for (String group : GROUPS) {
      int at = group.indexOf(character);
      if (at >= 0) {
        return group.substring(0, at) + group.substring(at + 1);
      }
    }
    return "";
  }
}
