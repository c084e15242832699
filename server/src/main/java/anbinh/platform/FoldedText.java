package anbinh.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is searched: without accents, tone marks and capitals, so that `dong tam` finds `Đồng
/// Tâm` however it was composed.
public final class FoldedText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private FoldedText() {}

  public static String of(String text) {
    String bare =
        MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
  }
}
