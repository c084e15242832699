package anbinh.platform.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text of an encoding from before Unicode, as the characters of Windows-1252 that have the numbers
/// of its bytes: so it stands in CSV that is read byte by byte, and so programs put it into cells
/// of workbooks.
final class LegacyText {
  static final char NO_BREAK_SPACE = '\u00A0';
  private static final int ASCII = 0x80;
  private static final int BYTE = 0x100;

  /// Dashes, quotes and the like, which all of these encodings share.
  private static final String SHARED = "–—‘’‚“”„•…";

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");
  private static final int MIN_CAPITALS = 2;
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private LegacyText() {}

  static boolean isShared(char each) {
    return each < ASCII || each == NO_BREAK_SPACE || SHARED.indexOf(each) >= 0;
  }

  /// The characters of some bytes. The five bytes that Windows-1252 leaves out stay control
  /// characters.
  static String ofBytes(byte[] bytes) {
    var text = new StringBuilder(bytes.length);
    String mapped = new String(bytes, WINDOWS_1252);
    for (int i = 0; i < bytes.length; i++) {
      char each = mapped.charAt(i);
      text.append(each == '\uFFFD' ? (char) (bytes[i] & (BYTE - 1)) : each);
    }
    return text.toString();
  }

  /// What a text says in an encoding; null where it cannot be written in it.
  static @Nullable String decode(TextEncoding encoding, String text) {
    return switch (encoding) {
      case UNICODE, BY_FONT -> Normalizer.normalize(text, Normalizer.Form.NFC);
      case WINDOWS_1258 -> windows1258(text);
      case TCVN3 -> capitals(Tcvn3.decode(text));
      case VNI -> Vni.decode(text);
      case VISCII -> Viscii.decode(text);
    };
  }

  /// The words of a text that have anything but ASCII in them.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    boolean plain = true;
    for (int i = 0; i <= text.length(); i++) {
      char each = i == text.length() ? ' ' : text.charAt(i);
      boolean letter =
          each < ASCII
              ? Character.isLetter(each)
              : each != NO_BREAK_SPACE && SHARED.indexOf(each) < 0;
      if (letter) {
        plain &= each < ASCII;
      } else {
        if (!plain) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
        plain = true;
      }
    }
    return words;
  }

  /// Whether all words of a text, and at least one, are Vietnamese in an encoding.
  static boolean isVietnamese(TextEncoding encoding, String text) {
    List<String> words = words(text);
    return !words.isEmpty() && words.stream().allMatch(word -> isSyllable(encoding, word));
  }

  static boolean isSyllable(TextEncoding encoding, String word) {
    String decoded = decode(encoding, word);
    return decoded != null && Syllable.isVietnamese(decoded);
  }

  /// Base letters, then tone marks, which are put together.
  private static @Nullable String windows1258(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.allocate(text.length());
      for (int i = 0; i < text.length(); i++) {
        char each = text.charAt(i);
        if (each < BYTE) {
          bytes.put((byte) each);
        } else {
          bytes.put(
              WINDOWS_1252
                  .newEncoder()
                  .onUnmappableCharacter(CodingErrorAction.REPORT)
                  .encode(CharBuffer.wrap(text, i, i + 1)));
        }
      }
      String decoded =
          WINDOWS_1258
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(bytes.flip())
              .toString();
      String composed =
          Normalizer.normalize(decoded.replace(NO_BREAK_SPACE, ' '), Normalizer.Form.NFC);
      boolean apart =
          composed.chars().anyMatch(each -> Character.getType(each) == Character.NON_SPACING_MARK);
      return apart ? null : composed;
    } catch (CharacterCodingException none) {
      return null;
    }
  }

  /// In a font of capitals, or where nobody knew it, capitals are typed with the small letters of
  /// the table between them.
  private static @Nullable String capitals(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    long capitals = text.chars().filter(each -> each >= 'A' && each <= 'Z').count();
    boolean small = text.chars().anyMatch(each -> each >= 'a' && each <= 'z');
    return !small && capitals >= MIN_CAPITALS ? composed.toUpperCase(Locale.ROOT) : names(composed);
  }

  /// A word such as Ánh has no capital in the table: where all words but such begin with one, they
  /// do, too.
  private static String names(String text) {
    Matcher words = WORD.matcher(text);
    int capitals = 0;
    boolean others = true;
    while (words.find()) {
      char first = words.group().charAt(0);
      capitals += Character.isUpperCase(first) ? 1 : 0;
      others &= Character.isUpperCase(first) || first >= ASCII;
    }
    return capitals == 0 || !others
        ? text
        : WORD.matcher(text)
            .replaceAll(word ->
                word.group().substring(0, 1).toUpperCase(Locale.ROOT) + word.group().substring(1));
  }
}
