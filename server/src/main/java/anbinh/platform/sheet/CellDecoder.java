package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.sheet.EncodingReport.ConvertedCell;
import anbinh.platform.sheet.Lines.Cell;
import anbinh.platform.sheet.Lines.Fault;
import anbinh.platform.sheet.Lines.Run;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the cells of a list in one encoding, names those that are not written in it or whose
/// letters were lost, and remembers what it converted. Not thread-safe.
final class CellDecoder {
  private static final int SAMPLE = 8;
  private static final int MAX_WORDS = 50_000;
  private static final List<TextEncoding> ALL =
      List.of(
          TextEncoding.UNICODE,
          TextEncoding.WINDOWS_1258,
          TextEncoding.TCVN3,
          TextEncoding.VNI,
          TextEncoding.VISCII);

  private final TextEncoding encoding;
  private final boolean bytes;
  private final List<ConvertedCell> sample = new ArrayList<>();
  private int converted;

  /// @param bytes whether some cells of the list are bytes that are no UTF-8
  CellDecoder(TextEncoding encoding, boolean bytes) {
    this.encoding = encoding;
    this.bytes = bytes;
  }

  /// @param text composed (NFC), without blanks of any kind around it
  /// @param stored as the file has it, composed
  record Decoded(String text, String stored, @Nullable Fault fault) {}

  int converted() {
    return converted;
  }

  List<ConvertedCell> sample() {
    return List.copyOf(sample);
  }

  /// What a list is written in.
  ///
  /// @param bytes whether some of its cells are bytes that are no UTF-8
  record Detected(TextEncoding encoding, boolean bytes) {}

  /// In which encoding most words of a list are Vietnamese; Unicode where none is, or where as many
  /// are in Unicode, since the Hoà of today is the Hồ of VNI.
  static Detected detect(Iterator<Lines.Line> lines) {
    int[] ofText = new int[ALL.size()];
    int[] ofBytes = new int[ALL.size()];
    int words = 0;
    int bytes = 0;
    boolean fonts = false;
    int[] right = new int[ALL.size()];
    while (lines.hasNext() && words < MAX_WORDS) {
      for (Cell cell : lines.next().cells()) {
        List<String> own = LegacyText.words(cell.text());
        if (isByFont(cell)) {
          fonts = true;
          continue;
        }
        words += own.size();
        bytes += cell.bytes() ? own.size() : 0;
        for (String word : own) {
          if (!cell.bytes() && isSign(word)) {
            continue;
          }
          for (int i = 0; i < ALL.size(); i++) {
            int score = score(ALL.get(i), word);
            (cell.bytes() ? ofBytes : ofText)[i] += score;
            right[i] += score > 0 ? 1 : 0;
          }
        }
      }
    }
    if (fonts) {
      return new Detected(TextEncoding.BY_FONT, bytes > 0);
    }
    int most = bytes > 0 ? ofText[0] - bytes : ofText[0];
    TextEncoding best = TextEncoding.UNICODE;
    for (int i = 1; i < ALL.size(); i++) {
      // What is UTF-8 in a file of bytes is not written in their encoding.
      int score = bytes > 0 ? ofBytes[i] - (words - bytes) : ofText[i];
      if (score > Math.max(0, most) && (bytes > 0 || right[i] > right[0])) {
        most = score;
        best = ALL.get(i);
      }
    }
    return new Detected(best, bytes > 0);
  }

  /// Such as ©, which is a letter in some of the encodings.
  private static boolean isSign(String word) {
    return word.length() == 1 && !Character.isLetter(word.charAt(0));
  }

  private static int score(TextEncoding encoding, String word) {
    String decoded = LegacyText.decode(encoding, word);
    if (decoded == null || !Syllable.isVietnamese(decoded)) {
      return -1;
    }
    return Syllable.isUsual(decoded) ? 2 : 1;
  }

  /// The same, and counts whether it was converted.
  Decoded decode(Cell cell, int place, int row) {
    Decoded decoded = read(cell);
    if (decoded.fault() == null && !decoded.text().equals(decoded.stored())) {
      converted++;
      if (sample.size() < SAMPLE) {
        sample.add(
            new ConvertedCell(SheetRows.reference(place, row), decoded.stored(), decoded.text()));
      }
    }
    return decoded;
  }

  Decoded read(Cell cell) {
    String stored = written(cell.text());
    if (cell.fault() != null) {
      return new Decoded(stored, stored, cell.fault());
    }
    if (encoding == TextEncoding.BY_FONT && isByFont(cell)) {
      return byFont(cell, stored);
    }
    TextEncoding own = encoding == TextEncoding.BY_FONT ? TextEncoding.UNICODE : encoding;
    if (own == TextEncoding.UNICODE || LegacyText.words(cell.text()).isEmpty()) {
      Fault fault =
          cell.bytes() && own == TextEncoding.UNICODE
              ? Fault.of("list-not-unicode")
              : unicodeFault(composed(cell.text()));
      return new Decoded(stored, stored, fault);
    }
    if (bytes && !cell.bytes()) {
      String old = LegacyText.ofBytes(cell.text().getBytes(UTF_8));
      if (LegacyText.isVietnamese(TextEncoding.UNICODE, cell.text())
          || !LegacyText.isVietnamese(own, old)) {
        return new Decoded(
            stored, stored, Fault.of("list-other-encoding", TextEncoding.UNICODE.title()));
      }
      // Two old letters may by chance be one of UTF-8, such as the ườ of VISCII.
      return read(new Cell(old, null, List.of(), true));
    }
    String decoded = LegacyText.decode(own, cell.text());
    if (decoded == null) {
      return new Decoded(stored, stored, Fault.of("list-mixed", own.title()));
    }
    String text = written(decoded);
    return new Decoded(text, stored, decodedFault(cell, own, text));
  }

  /// Each part as its font shows it, the others as they stand.
  private static Decoded byFont(Cell cell, String stored) {
    var shown = new StringBuilder();
    for (Run run : cell.runs()) {
      LegacyFont font = run.font();
      if (font == null || !isShown(run)) {
        shown.append(run.text());
        continue;
      }
      String decoded = LegacyText.decode(font.encoding(), run.text());
      if (decoded == null) {
        return new Decoded(stored, stored, Fault.of("list-mixed", font.encoding().title()));
      }
      shown.append(font.capitals() ? upper(decoded) : decoded);
    }
    String text = shown.toString();
    Fault garbled = GarbledText.find(cell.text());
    return new Decoded(
        written(text), stored, garbled == null ? unicodeFault(composed(text)) : garbled);
  }

  private static boolean isByFont(Cell cell) {
    return cell.runs().stream().anyMatch(CellDecoder::isShown);
  }

  /// Whether the text of a part is Vietnamese in its font: whoever changes a text later often
  /// leaves the font.
  private static boolean isShown(Run run) {
    return run.font() != null && LegacyText.isVietnamese(run.font().encoding(), run.text());
  }

  private static @Nullable Fault unicodeFault(String text) {
    Fault garbled = GarbledText.find(text);
    if (garbled != null) {
      return garbled;
    }
    TextEncoding older = GarbledText.findOlder(text);
    return older == null ? null : Fault.of("list-other-encoding", older.title());
  }

  private static @Nullable Fault decodedFault(Cell cell, TextEncoding own, String text) {
    if (!LegacyText.isVietnamese(own, cell.text())) {
      for (TextEncoding each : ALL) {
        if (each != own
            && !(cell.bytes() && each == TextEncoding.UNICODE)
            && LegacyText.isVietnamese(each, cell.text())) {
          return Fault.of("list-other-encoding", each.title());
        }
      }
      return Fault.of("list-implausible", own.title());
    }
    // What is UTF-8 that was read as something else may look like an older encoding's, too.
    Fault stored = cell.bytes() ? null : GarbledText.find(cell.text());
    return stored == null ? GarbledText.find(text) : stored;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /// As it is kept: composed (NFC), however it came, and without blanks around it.
  private static String written(String text) {
    return composed(strip(text));
  }

  /// Without blanks around it, those that do not break a line among them: they come along where a
  /// cell was copied from a page.
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char each) {
    return Character.isWhitespace(each) || Character.isSpaceChar(each);
  }
}
