package anbinh.platform.sheet;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/// VISCII 1.1 (RFC 1456), whose bytes stand as the characters of Windows-1252 that have the same
/// numbers. All letters are one byte; quotes and dashes of Windows have none.
final class Viscii {
  private static final int ASCII = 0x80;
  private static final int BYTE = 0xFF;

  /// Six capitals stand among the control characters.
  private static final String CONTROLS = "\u0002\u0005\u0006\u0014\u0019\u001E";

  private static final String CONTROL_LETTERS = "ẲẴẪỶỸỴ";

  /// From 0x80 to 0xFF.
  private static final String TABLE =
      "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝ"
          + "ỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ";

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private Viscii() {}

  /// Null where something in the text is no byte.
  static @Nullable String decode(String text) {
    var decoded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int value = value(text.charAt(i));
      if (value < 0) {
        return null;
      }
      int control = CONTROLS.indexOf(value);
      decoded.append(
          control >= 0
              ? CONTROL_LETTERS.charAt(control)
              : value < ASCII ? (char) value : TABLE.charAt(value - ASCII));
    }
    return decoded.toString();
  }

  private static int value(char each) {
    if (each <= BYTE) {
      return each;
    }
    try {
      return WINDOWS_1252
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(new char[] {each}))
              .get()
          & BYTE;
    } catch (CharacterCodingException none) {
      return -1;
    }
  }
}
