package anbinh.platform.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells whether a word is built as Vietnamese syllables are: what may begin one, which vowels and
/// endings go together, and which tones an ending leaves (before c, ch, p and t only the sharp and
/// the heavy one). It knows no meaning; a wrong encoding mostly breaks the build.
final class Syllable {
  private static final Pattern BUILD =
      Pattern.compile(
          "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bpkgđ][rl]|[bcdđghklmnprstvxfjwz])?(?:"
              + "a(?:ch|c|i|m|nh|ng|n|o|p|t|u|y|k)?"
              + "|ă(?:c|m|ng|n|p|t|k)"
              + "|â(?:c|m|ng|n|p|t|u|y|k)"
              + "|e(?:c|m|ng|n|o|p|t|k)?"
              + "|ê(?:ch|c|m|nh|ng|n|p|t|u|k)?"
              + "|i(?:a|ch|c|m|nh|ng|n|p|t|u|k|ê(?:c|m|ng|n|p|t|u))?"
              + "|o(?:c|i|m|ng|n|p|t|k|a(?:ch|c|i|m|nh|ng|n|o|p|t|y)?|ă(?:c|m|ng|n|p|t)"
              + "|e(?:c|m|n|o|t)?|o(?:c|ng))?"
              + "|ô(?:c|i|m|ng|n|p|t|k)?"
              + "|ơ(?:i|m|ng|n|p|t)?"
              + "|u(?:a|c|i|m|ng|n|p|t|k|â(?:ng|n|t|y|c)|ê(?:ch|nh|n|u)?|ô(?:c|i|m|ng|n|t)|ơ"
              + "|y(?:a|ch|nh|n|p|t|u|ê(?:ng|n|t|m))?)?"
              + "|ư(?:a|c|i|m|ng|n|t|u|ơ(?:c|i|m|ng|n|p|t|u))?"
              + "|y(?:ê(?:m|ng|n|t|u)|t|nh|n|m|ch|u)?)");
  private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
  private static final Pattern STOPPED = Pattern.compile(".*(?:c|ch|p|t)");
  private static final String SHARP_OR_HEAVY = "\u0301\u0323";

  /// Words that stand in most lists, so that of two readings the usual one is preferred.
  private static final Set<String> USUAL =
      Set.of(
          ("nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý văn thị hữu đức"
                  + " công quốc đình xuân thôn bản làng tổ phố xã phường trưởng phó khu số trường"
                  + " nữ đội viên hà nội thanh hóa hoá quyết định")
              .split(" "));

  private Syllable() {}

  static boolean isUsual(String word) {
    return USUAL.contains(word.toLowerCase(Locale.ROOT));
  }

  static boolean isVietnamese(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    if (!hasOneCase(word, small)) {
      return false;
    }
    Matcher tones = TONE.matcher(Normalizer.normalize(small, Normalizer.Form.NFD));
    StringBuilder bare = new StringBuilder();
    String tone = "";
    while (tones.find()) {
      tone += tones.group();
      tones.appendReplacement(bare, "");
    }
    tones.appendTail(bare);
    String build = Normalizer.normalize(bare, Normalizer.Form.NFC);
    return tone.length() <= 1
        && BUILD.matcher(build).matches()
        && (!STOPPED.matcher(build).matches()
            || (tone.length() == 1 && SHARP_OR_HEAVY.contains(tone)));
  }

  /// Small, capitals, or small with a capital first.
  private static boolean hasOneCase(String word, String small) {
    String rest = word.isEmpty() ? "" : word.substring(1);
    return word.equals(small)
        || word.equals(word.toUpperCase(Locale.ROOT))
        || rest.equals(small.substring(Math.min(1, small.length())));
  }
}
