package anbinh.platform.sheet;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// VNI for Windows: a base letter, then one mark for its circumflex or breve and its tone together;
/// some letters are one character. A mark is a capital or a small letter of Windows-1252, whichever
/// the base letter is.
final class Vni {
  private static final String CIRCUMFLEX = "\u0302";
  private static final String BREVE = "\u0306";
  private static final String DOT_BELOW = "\u0323";
  private static final Map<Character, String> TONES =
      Map.of('ù', "\u0301", 'ø', "\u0300", 'û', "\u0309", 'õ', "\u0303", 'ï', DOT_BELOW);
  private static final Map<Character, String> CIRCUMFLEXES =
      Map.of('â', "", 'á', "\u0301", 'à', "\u0300", 'å', "\u0309", 'ã', "\u0303", 'ä', DOT_BELOW);
  private static final Map<Character, String> BREVES =
      Map.of('ê', "", 'é', "\u0301", 'è', "\u0300", 'ú', "\u0309", 'ü', "\u0303", 'ë', DOT_BELOW);
  private static final Map<Character, Character> SINGLE =
      withCapitals(
          Map.of(
              'ô', 'ơ', 'ö', 'ư', 'ñ', 'đ', 'í', 'í', 'ì', 'ì', 'æ', 'ỉ', 'ó', 'ĩ', 'ò', 'ị', 'î',
              'ỵ'));

  private Vni() {}

  /// Null where a mark has no letter to stand on, or something is no letter of the table.
  static @Nullable String decode(String text) {
    var decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      char base = SINGLE.getOrDefault(each, each);
      if (base == each && !LegacyText.isShared(each) && !SINGLE.containsKey(each)) {
        return null;
      }
      decoded.append(base == LegacyText.NO_BREAK_SPACE ? ' ' : base);
      if (i + 1 < text.length()) {
        String marks =
            marks(Character.toLowerCase(base), Character.toLowerCase(text.charAt(i + 1)));
        if (marks != null) {
          decoded.append(marks);
          i++;
        }
      }
    }
    return Normalizer.normalize(decoded, Normalizer.Form.NFC);
  }

  private static @Nullable String marks(char base, char mark) {
    if ("aeo".indexOf(base) >= 0 && CIRCUMFLEXES.containsKey(mark)) {
      return CIRCUMFLEX + CIRCUMFLEXES.get(mark);
    }
    if (base == 'a' && BREVES.containsKey(mark)) {
      return BREVE + BREVES.get(mark);
    }
    return "aeouyơư".indexOf(base) >= 0 ? TONES.get(mark) : null;
  }

  private static Map<Character, Character> withCapitals(Map<Character, Character> small) {
    Map<Character, Character> both = new HashMap<>(small);
    small.forEach((from, to) -> both.put(Character.toUpperCase(from), Character.toUpperCase(to)));
    return Map.copyOf(both);
  }
}
