package anbinh.platform.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// Writes Vietnamese as offices did before Unicode, by tables of its own: TCVN3, VNI and VISCII
/// letter by letter, Windows-1258 with the tone behind its letter.
final class LegacyWriter {
  private static final String LETTERS =
      "á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ"
          + " ờ ở ỡ ợ ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ đ";
  private static final String TCVN3 =
      "¸ µ ¶ · ¹ ¨ ¾ » ¼ ½ Æ © Ê Ç È É Ë Ð Ì Î Ï Ñ ª Õ Ò Ó Ô Ö Ý × Ø Ü Þ ã ß á â ä « è å æ ç é ¬ í"
          + " ê ë ì î ó ï ñ ò ô \u00AD ø õ ö ÷ ù ý ú û ü þ ®";
  private static final String VNI =
      "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó"
          + " ò où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï"
          + " yù yø yû yõ î ñ";

  /// The numbers of the bytes of the small letters, then of the capitals.
  private static final String VISCII =
      "E1E0E4E3D5E5A1A2C6C7A3E2A4A5A6E7A7E9E8EBA8A9EAAAABACADAEEDECEFEEB8F3F2F6F5F7F4AFB0B1B2B5"
          + "BDBEB6B7DEFEFAF9FCFBF8DFD1D7D8E6F1FDCFD6DBDCF0C1C0C4C380C58182020583C28485860687C9C8CB88"
          + "89CA8A8B8C8D8ECDCC9BCE98D3D299A09AD48F90919293B4959697B394DAD99C9D9EBFBABBBCFFB9DD9F1419"
          + "1ED0";

  private static final Map<String, String> TO_TCVN3 = table(TCVN3);
  private static final Map<String, String> TO_VNI = table(VNI);

  private LegacyWriter() {}

  static byte[] bytes(TextEncoding encoding, String text) {
    if (encoding == TextEncoding.WINDOWS_1258) {
      return windows1258(text);
    }
    if (encoding == TextEncoding.VISCII) {
      return viscii(text);
    }
    return text(encoding, text).getBytes(Charset.forName("windows-1252"));
  }

  /// As a program without the font shows it, and as it stands in a workbook's cell.
  static String text(TextEncoding encoding, String text) {
    if (encoding == TextEncoding.WINDOWS_1258) {
      return new String(windows1258(text), Charset.forName("windows-1252"));
    }
    if (encoding == TextEncoding.VISCII) {
      return new String(viscii(text), Charset.forName("windows-1252"));
    }
    var written = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFC)
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(each ->
            written.append(
                (encoding == TextEncoding.TCVN3 ? TO_TCVN3 : TO_VNI).getOrDefault(each, each)));
    return written.toString();
  }

  private static byte[] viscii(String text) {
    String letters = LETTERS.replace(" ", "");
    letters += letters.toUpperCase(Locale.ROOT);
    byte[] codes = HexFormat.of().parseHex(VISCII);
    var bytes = new ByteArrayOutputStream();
    for (char each : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
      int place = letters.indexOf(each);
      bytes.write(place < 0 ? each : codes[place]);
    }
    return bytes.toByteArray();
  }

  private static byte[] windows1258(String text) {
    Charset page = Charset.forName("windows-1258");
    var bytes = new ByteArrayOutputStream();
    for (char each : Normalizer.normalize(text, Normalizer.Form.NFC).toCharArray()) {
      String letter = String.valueOf(each);
      if (page.newEncoder().canEncode(letter)) {
        bytes.writeBytes(letter.getBytes(page));
        continue;
      }
      String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
      String tone = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
      String base =
          Normalizer.normalize(
              parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
      bytes.writeBytes((base + tone).getBytes(page));
    }
    return bytes.toByteArray();
  }

  /// Of TCVN3 the seven capitals without a tone, of VNI all.
  private static Map<String, String> table(String written) {
    Map<String, String> table = new HashMap<>();
    String[] letters = LETTERS.split(" ");
    String[] codes = written.split(" ");
    for (int i = 0; i < letters.length; i++) {
      table.put(letters[i], codes[i]);
      // Capitals with a tone are not in TCVN3: people type the small ones.
      table.put(
          letters[i].toUpperCase(Locale.ROOT),
          written.equals(VNI) ? codes[i].toUpperCase(Locale.ROOT) : codes[i]);
    }
    if (written.equals(TCVN3)) {
      table.putAll(Map.of("Ă", "¡", "Â", "¢", "Ê", "£", "Ô", "¤", "Ơ", "¥", "Ư", "¦", "Đ", "§"));
    }
    return table;
  }
}
