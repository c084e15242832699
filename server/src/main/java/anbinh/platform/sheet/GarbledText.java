package anbinh.platform.sheet;

import anbinh.platform.sheet.Lines.Fault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds text whose letters were lost or read in a wrong encoding before it came here. Whatever is
/// merely unusual passes: only what no writer would write is named.
final class GarbledText {
  /// A question mark within or before a word, which programs leave for a letter that they do not
  /// have.
  private static final Pattern QUESTION = Pattern.compile("\\?\\p{L}|\\p{L}\\?{2,}");

  /// The first byte of a Vietnamese letter in UTF-8 and one that may follow it, read as
  /// Windows-1252, Windows-1258 or Latin-1. No language has these beside each other.
  private static final Pattern MOJIBAKE =
      Pattern.compile(
          "[ĂÄÅÆ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
              // A capital Ã may stand before a quote, a dash or a blank that does not break.
              + "|Ã(?:[\u0080-\u009F\u00A1-\u00BF€‚ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]|[‘’“”]\\p{L}|[–—…•]\\p{Ll}"
              + "|\u00A0(?:$|\\s|\\p{Ll}))"
              + "|á[º»]|Ì[\u0080\u0081\u0083\u0089\u009B£€‰ƒ›]|â€|Â[\u00A1-\u00BF]|ï»¿");

  private static final List<TextEncoding> OLD =
      List.of(TextEncoding.TCVN3, TextEncoding.VNI, TextEncoding.WINDOWS_1258, TextEncoding.VISCII);

  private GarbledText() {}

  /// Null where nothing is.
  static @Nullable Fault find(String text) {
    if (text.codePoints().anyMatch(GarbledText::isLost)) {
      return Fault.of("list-lost-letters");
    }
    if (MOJIBAKE.matcher(text).find()) {
      return Fault.of("list-mojibake");
    }
    // Addresses of streams have question marks of their own.
    if (!text.contains("://") && QUESTION.matcher(text).find()) {
      return Fault.of("list-lost-letters");
    }
    return null;
  }

  /// The encoding from before Unicode in which a word of some Unicode text is Vietnamese that is
  /// none as it stands; null where there is none.
  static @Nullable TextEncoding findOlder(String text) {
    for (String word : LegacyText.words(text)) {
      if (word.length() > 1 && !LegacyText.isSyllable(TextEncoding.UNICODE, word)) {
        for (TextEncoding each : OLD) {
          if (LegacyText.isSyllable(each, word)) {
            return each;
          }
        }
      }
    }
    return null;
  }

  private static boolean isLost(int point) {
    int type = Character.getType(point);
    return point == 0xFFFD || type == Character.PRIVATE_USE || type == Character.UNASSIGNED;
  }
}
