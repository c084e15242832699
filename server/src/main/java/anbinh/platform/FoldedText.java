package anbinh.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is searched: without accents, tone marks and capitals, so that `dong tam` finds `Đồng
/// Tâm` however it was composed.
public final class FoldedText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /// Đ, and what old encodings and other keyboards write in its place.
  private static final Pattern LIKE_D = Pattern.compile("[đĐðÐƉɖ]");

  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{IsAlphabetic}0-9\u0660-\u0669\u06f0-\u06f9]+");
  private static final Pattern BETWEEN_ACCENTED = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern TONE =
      Pattern.compile("([\u0300\u0301\u0303\u0309\u0323])([\\p{L}\u0302\u0306\u031b]*)");

  private FoldedText() {}

  public static String of(String text) {
    String bare =
        MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD)).replaceAll("");
    return LIKE_D.matcher(bare).replaceAll("d").toLowerCase(Locale.ROOT);
  }

  /// The words of a text, folded, with one space between two: `Đông-Tiến (A2)` is `dong tien a2`.
  /// The database's `platform.folded` is the same; what lists are searched by is kept like this.
  public static String words(String text) {
    return BETWEEN.matcher(of(text)).replaceAll(" ").strip();
  }

  /// The words of a text with their accents, each tone at the end of its word, so that `Hoá` and
  /// `Hóa`, which are two ways to write one word, are the same and `Đồng` and `Đông` are not.
  public static String accentedWords(String text) {
    String bare = Normalizer.normalize(text.strip(), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String moved = TONE.matcher(bare).replaceAll("$2$1");
    return Normalizer.normalize(
        BETWEEN_ACCENTED.matcher(moved).replaceAll(" ").strip(), Normalizer.Form.NFC);
  }
}
