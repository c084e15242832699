package anbinh.platform.sheet;

import org.jspecify.annotations.Nullable;

/// TCVN 5712:1993, third table (VN3), whose bytes stand as the letters of Windows-1252 that have
/// the same numbers. Capitals with a tone are not in it: they are small letters in a font of
/// capitals (.VnTimeH).
final class Tcvn3 {
  private static final int FIRST = 0xA1;

  /// From 0xA1 to 0xFE. 0xB0 to 0xB4 are tone marks; the capitals with a tone among the rest are of
  /// the second table (VN2), which some programs wrote.
  private static final String TABLE =
      "ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặ"
          + "ầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ";

  private Tcvn3() {}

  /// The character of a byte from 0xA1 on; 0 where there is none.
  private static char at(int value) {
    int place = value - FIRST;
    return place >= 0 && place < TABLE.length() ? TABLE.charAt(place) : 0;
  }

  /// Null where something in the text is no letter of the table.
  static @Nullable String decode(String text) {
    var decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (LegacyText.isShared(each)) {
        decoded.append(each == LegacyText.NO_BREAK_SPACE ? ' ' : each);
      } else if (each <= 0xFF && at(each) != 0) {
        decoded.append(at(each));
      } else {
        return null;
      }
    }
    return decoded.toString();
  }
}
