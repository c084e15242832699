package anbinh.vision.plate;

import org.jspecify.annotations.Nullable;

/// One thing that a plate may mean.
///
/// @param province the two digits of the place of registration; null where the plate has none
/// @param series letters, and digits that belong to them: `B1`; empty where the plate has none
/// @param number the digits after it; of a foreigner's plate country and order with the series
///   between them
public record PlateNumber(
    PlateClass kind, @Nullable String province, String series, String number) {
  /// As it is written on one row.
  public String text() {
    String before = province == null ? "" : province;
    return switch (kind) {
      case CAR, SPECIAL -> before + series + "-" + dotted(number);
      case MOTORBIKE, MOTORBIKE_OLD -> before + "-" + series + " " + dotted(number);
      case TEMPORARY -> "T" + (before.isEmpty() ? number : before + "-" + dotted(number));
      case FOREIGN -> before + "-" + number;
      case ARMY -> series + "-" + number;
    };
  }

  private static String dotted(String number) {
    return number.length() == 5 ? number.substring(0, 3) + "." + number.substring(3) : number;
  }
}
